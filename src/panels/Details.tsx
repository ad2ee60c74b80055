import { ActionIcon, Tabs } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { isStale, useActions, useApp, type DetailTab } from "../store";
import { useWords } from "./context";
import { Icon } from "./Icon";
import { later } from "./later";

// none of them is on the first screen: the tables are folded until somebody asks for one
const CompareTable = later(() => import("./CompareTable").then((all) => all.CompareTable));
const WhatIfPanel = later(() => import("./whatIf/WhatIfPanel").then((all) => all.WhatIfPanel));
const MoneyPanel = later(() => import("./money/MoneyPanel").then((all) => all.MoneyPanel), "both");
const AdvicePanel = later(() => import("./advice/AdvicePanel").then((all) => all.AdvicePanel));
const PolicyPanel = later(() => import("./policy/PolicyPanel").then((all) => all.PolicyPanel));
const StationsPanel = later(() => import("./StationsPanel").then((all) => all.StationsPanel));
const LineEditor = later(() => import("./editor/LineEditor").then((all) => all.LineEditor), "both");
const AssumptionsPanel = later(() => import("./assumptions/AssumptionsPanel").then((all) => all.AssumptionsPanel));
const FitPanel = later(() => import("./FitPanel").then((all) => all.FitPanel));
const AboutPanel = later(() => import("./AboutPanel").then((all) => all.AboutPanel));

const tabs: readonly { tab: DetailTab; panel: () => ReactNode; isResult: boolean }[] = [
  // one plan and several plans age each for themselves
  { tab: "compare", panel: () => <CompareTable />, isResult: false },
  // what is tried is reckoned anew with every move
  { tab: "whatIf", panel: () => <WhatIfPanel />, isResult: false },
  // each answer says itself what it belongs to
  { tab: "planner", panel: () => <AdvicePanel />, isResult: false },
  { tab: "money", panel: () => <MoneyPanel />, isResult: true },
  { tab: "policy", panel: () => <PolicyPanel />, isResult: true },
  { tab: "stations", panel: () => <StationsPanel />, isResult: true },
  { tab: "line", panel: () => <LineEditor />, isResult: false },
  { tab: "assumptions", panel: () => <AssumptionsPanel />, isResult: false },
  { tab: "fit", panel: () => <FitPanel />, isResult: false },
  { tab: "about", panel: () => <AboutPanel />, isResult: false },
];

/** The tables under the stage. Folded, only the tabs remain. */
export function Details() {
  const { say } = useWords();
  const { tab, open } = useApp((state) => state.detail);
  const stale = useApp(isStale);
  const { showDetail } = useActions();
  const [isLarge, setLarge] = useState(false);
  const isTab = (value: string | null): value is DetailTab => tabs.some((each) => each.tab === value);
  return (
    <section
      className="xj-details"
      aria-labelledby="xj-details-title"
      data-open={open}
      data-large={open && isLarge}
      data-tab={tab}
    >
      <h2 id="xj-details-title" className="xj-hidden">
        {say("details.title")}
      </h2>
      <Tabs
        value={open ? tab : null}
        keepMounted={false}
        onChange={(value) => isTab(value) && showDetail(value)}
        activateTabWithKeyboard
      >
        <div className="xj-details-bar">
          <Tabs.List>
            {tabs.map((each) => (
              <Tabs.Tab
                key={each.tab}
                value={each.tab}
                onClick={() => showDetail(each.tab, !(open && tab === each.tab))}
              >
                {say(`tab.${each.tab}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {open && (
            <ActionIcon
              variant="subtle"
              size={32}
              aria-pressed={isLarge}
              aria-label={say(isLarge ? "details.smaller" : "details.larger")}
              title={say(isLarge ? "details.smaller" : "details.larger")}
              onClick={() => setLarge(!isLarge)}
              data-testid="details-larger"
            >
              <Icon name={isLarge ? "shrink" : "grow"} />
            </ActionIcon>
          )}
          <ActionIcon
            variant="subtle"
            size={32}
            aria-expanded={open}
            aria-label={say(open ? "details.fold" : "details.unfold")}
            onClick={() => showDetail(tab, !open)}
          >
            <span className={open ? undefined : "xj-flip"}>
              <Icon name="chevron" />
            </span>
          </ActionIcon>
        </div>
        {tabs.map((each) => (
          <Tabs.Panel
            key={each.tab}
            value={each.tab}
            className={each.isResult && stale ? "xj-details-panel xj-stale" : "xj-details-panel"}
            tabIndex={0}
          >
            {each.panel()}
          </Tabs.Panel>
        ))}
      </Tabs>
    </section>
  );
}
