/** From runs to answers about a plan: replications of two lines, paired, the simulated way between them, and the money. */
export { planMoney, type PlanMoneyInput } from "./planMoney";
export { asksOf, planWay, wayOf, type Ask, type WayPlan } from "./way";
export { answersTo, type Simulate } from "./answers";
