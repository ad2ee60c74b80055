// From runs to answers about a plan: replications of two lines, paired, brought together with the money. Knows no worker.
export { planMoney, type PlanMoneyInput } from "./planMoney";
