/** What an input is counted in. `share` is 0..1 in the file and shown in percent; `factor` multiplies today's value. */
export type InputUnit =
  | "seconds"
  | "share"
  | "factor"
  | "yuan"
  | "yuanPerYear"
  | "yuanPerKwh"
  | "kilowatts"
  | "parts"
  | "partsPerYear"
  | "people"
  | "machines"
  | "metres"
  | "squareMetres"
  | "metresPerSecond"
  | "hours"
  | "days"
  | "weeks"
  | "months"
  | "years"
  | "none";

const byUnit: Partial<Record<InputUnit, readonly string[]>> = {
  seconds: [
    "time",
    "timeByProduct",
    "timeToFailure",
    "timeToRepair",
    "response",
    "transit",
    "reviewTime",
    "interarrival",
    "maxWait",
    "loadTime",
    "every",
    "shelfLife",
    "idealTime",
    "onProductChange",
  ],
  share: [
    "share",
    "defectRate",
    "detection",
    "falseReject",
    "onCostRate",
    "discountRate",
    "incomeTaxRate",
    "residualRate",
    "resaleRate",
    "actionRate",
    "dip",
    "failureProbability",
    "leaversPerYear",
    "redeployedWorth",
    "demandGrowth",
    "priceErosion",
    "materialGrowth",
    "wageGrowth",
    "serviceGrowth",
    "growth",
    "goodsRate",
    "serviceRate",
    "researchShare",
    "subsidyRate",
    "annualRate",
    "depositShare",
    "buyOutShare",
    "investmentOverrun",
    "rates",
    "probabilities",
    "runningCost",
    "developmentTime",
  ],
  yuan: [
    "price",
    "materialCost",
    "consumableCost",
    "assetValue",
    "equipment",
    "software",
    "integration",
    "training",
    "salePrice",
    "removalCost",
    "bookValue",
    "specialEquipmentBase",
    "escapeCost",
    "scrapValue",
    "openingLoss",
    "otherSupportThisYear",
    "amounts",
    "monthlyFee",
    "floorPerMonth",
    "cap",
    "minimumPerMonth",
  ],
  yuanPerYear: ["wagePerYear", "amount", "itCostPerYear", "profitBefore", "floorRent"],
  yuanPerKwh: ["electricityPrice", "tariff"],
  kilowatts: ["power"],
  parts: ["everyParts", "capacity", "queueCapacity", "lot", "size", "minSize", "scrapParts", "level", "cards"],
  partsPerYear: ["perYear"],
  people: ["headcount", "fte", "operators", "repairers", "countByShift"],
  machines: ["machines", "units"],
  metres: ["distance", "length", "spacing", "width", "depth"],
  squareMetres: ["extraFloor"],
  metresPerSecond: ["speed"],
  hours: ["hours", "warmUpHours", "installStopHours", "paidHoursPerPersonYear", "at", "stopHours", "tauHours"],
  days: ["daysPerYear"],
  weeks: ["leadTimeWeeks", "tauWeeks", "dipWeeks"],
  months: ["months", "startMonth", "interestOnlyMonths"],
  years: [
    "ageYears",
    "lifeYears",
    "horizonYears",
    "depreciationYears",
    "serviceYears",
    "softwareYears",
    "lossCarryYears",
  ],
};

const unitOfKey = new Map(
  Object.entries(byUnit).flatMap(([unit, keys]) => keys.map((key): [string, InputUnit] => [key, unit as InputUnit])),
);
/** Members of a distribution that are pure numbers. */
const pure = new Set(["cv", "k", "shape", "weight"]);

/** The unit of a place, from the last of its keys that says one: "process.time.mean" → seconds, "process.time.cv" → none. */
export function unitOfPath(keys: readonly string[]): InputUnit {
  const last = keys.at(-1);
  if (last !== undefined && pure.has(last)) return "none";
  if (last === "count") return keys[0] === "transporters" ? "machines" : keys.includes("inputs") ? "parts" : "people";
  // a window of the tariff has its own price; a pay-per-use price is a purchase's
  if (keys.includes("tariff")) return "yuanPerKwh";
  for (let i = keys.length - 1; i >= 0; i--) {
    const unit = unitOfKey.get(keys[i] ?? "");
    if (unit !== undefined) return unit;
  }
  return "none";
}
