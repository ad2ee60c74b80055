/** What leaves the screen: figures as CSV for a spreadsheet. Plain data in, text out. */
export { comparisonCsv, tableCsv, type ComparisonForCsv } from "./csv";
