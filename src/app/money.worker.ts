import "./jitless";
import { planMoney, type PlanMoneyInput } from "../experiment";
import type { PricedApart } from "./moneyApart";

// Hundreds of draws over cost, effect and luck take some hundredths of a second: felt by a hand that moves a slider.
self.addEventListener("message", ({ data }: MessageEvent<PlanMoneyInput>) => {
  const post = (message: PricedApart): void => self.postMessage(message);
  try {
    post({ ok: true, money: planMoney(data) });
  } catch (error) {
    post({ ok: false, message: error instanceof Error ? error.message : String(error) });
  }
});
