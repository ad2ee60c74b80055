/** What leaves the screen: figures as CSV for a spreadsheet. Plain data in, text out. */
export { comparisonCsv, type ComparisonForCsv } from "./csv";
