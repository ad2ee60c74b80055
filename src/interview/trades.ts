/**
 * The six templates an owner can start from, with the figures of their simulated baseline that a question shows as the
 * usual one. Held against the engine by `test/interview/trades.test.ts`: whoever changes a template changes them here.
 */
export const trades = {
  machining: { pace: "op30", goodPerHour: 33.7, scrapShare: 0.0305 },
  forging: { pace: "press", goodPerHour: 192, scrapShare: 0.037 },
  sewing: { pace: "placket", goodPerHour: 59.5, scrapShare: 0.01 },
  electronics: { pace: "placer2", goodPerHour: 97.7, scrapShare: 0.0074 },
  "battery-pack": { pace: "weld", goodPerHour: 21.9, scrapShare: 0.012 },
  "injection-moulding": { pace: "press", goodPerHour: 373, scrapShare: 0.026 },
} as const satisfies Record<string, Trade>;

export type TradeId = keyof typeof trades;

export interface Trade {
  /** the station that sets the pace of the template */
  pace: string;
  /** good parts a planned hour of the template, simulated */
  goodPerHour: number;
  /** scrapped parts among all that left, simulated */
  scrapShare: number;
}
