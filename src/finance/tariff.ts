import { plannedTimeOf, type Calendar, type Economics } from "../model";

export interface PowerPrice {
  /** yuan per kWh while the shifts run, and outside of them */
  onShift: number;
  offShift: number;
}

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
const dayMinutes = 1440;

/** Price in every minute of the day; a later window overrides an earlier one, hours in none cost the flat price. */
function priceByMinute(economics: Economics): Float64Array {
  const prices = new Float64Array(dayMinutes).fill(economics.electricityPrice);
  for (const window of economics.tariff) {
    const from = minutesOf(window.start);
    const until = minutesOf(window.end) > from ? minutesOf(window.end) : minutesOf(window.end) + dayMinutes;
    for (let at = from; at < until; at++) prices[at % dayMinutes] = window.price;
  }
  return prices;
}

/**
 * Mean price of a kWh inside and outside the planned time of a week, each minute weighted alike: what a line costs that
 * draws evenly while it runs. Example: shifts 08–16, peak 08–12 at 1.2, else 0.6 → 0.9 on shift, 0.6 off shift.
 */
export function powerPrice(economics: Economics, calendar: Calendar): PowerPrice {
  const prices = priceByMinute(economics);
  const mean = prices.reduce((a, b) => a + b, 0) / dayMinutes;
  if ("continuous" in calendar) return { onShift: mean, offShift: mean };
  const { planned } = plannedTimeOf(calendar);
  let yuan = 0;
  let minutes = 0;
  planned.starts.forEach((start, i) => {
    const until = Math.round((planned.ends[i] ?? start) / 60e6);
    for (let at = Math.round(start / 60e6); at < until; at++) {
      yuan += prices[at % dayMinutes] ?? 0;
      minutes++;
    }
  });
  if (minutes === 0) return { onShift: mean, offShift: mean };
  const rest = 7 * dayMinutes - minutes;
  return { onShift: yuan / minutes, offShift: rest > 0 ? (mean * 7 * dayMinutes - yuan) / rest : mean };
}
