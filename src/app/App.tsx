import { MantineProvider } from "@mantine/core";
import { useEffect, useState } from "react";
import {
  Guard,
  Header,
  Help,
  OpenFailure,
  PlanShelf,
  ServicesProvider,
  TimeBar,
  useDropAndPaste,
  useTheme,
  useWords,
  Verdict,
  Details,
  type PanelServices,
} from "../panels";
import { StoreProvider, useApp, type AppStore } from "../store";
import { Fold } from "./Fold";
import type { Quality } from "./probe";
import { StageSlot } from "./StageSlot";
import { applyTheme, mantineTheme } from "./theme";
import { useGlobalKeys } from "./useGlobalKeys";

interface AppProps {
  store: AppStore;
  services: PanelServices;
  probed: Quality;
}

/** Puts the rooms together. Mantine writes no style element here: its variables come from the style sheet. */
export function App({ store, services, probed }: AppProps) {
  return (
    <StoreProvider value={store}>
      <ServicesProvider value={services}>
        <Themed probed={probed} />
      </ServicesProvider>
    </StoreProvider>
  );
}

function Themed({ probed }: { probed: Quality }) {
  const theme = useTheme();
  const { language, say } = useWords();
  applyTheme(document.documentElement, theme);
  useEffect(() => {
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
    document.title = say("app.title");
  }, [language, say]);
  return (
    <MantineProvider theme={mantineTheme} forceColorScheme={theme} withCssVariables={false} withGlobalClasses={false}>
      <Guard says={say("app.broken")}>
        <Workspace probed={probed} isDark={theme === "dark"} />
      </Guard>
    </MantineProvider>
  );
}

function Workspace({ probed, isDark }: { probed: Quality; isDark: boolean }) {
  const { say } = useWords();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const plansFolded = useApp((state) => state.preferences.plansFolded);
  const verdictFolded = useApp((state) => state.preferences.verdictFolded);
  const detailOpen = useApp((state) => state.detail.open);
  useDropAndPaste();
  useGlobalKeys(() => setHelpOpen(true));
  return (
    <div
      className="xj-app"
      data-plans={plansFolded ? "folded" : "open"}
      data-verdict={verdictFolded ? "folded" : "open"}
      data-details={detailOpen ? "open" : "folded"}
    >
      <Header isDark={isDark} onHelp={() => setHelpOpen(true)} />
      <Fold preference="plansFolded" side="left" label={say("plans.title")}>
        <PlanShelf />
      </Fold>
      <main className="xj-main">
        <StageSlot probed={probed} />
        <Details />
      </main>
      <Fold preference="verdictFolded" side="right" label={say("verdict.title")}>
        <Verdict />
      </Fold>
      <TimeBar />
      <OpenFailure />
      <Help opened={isHelpOpen} onClose={() => setHelpOpen(false)} />
    </div>
  );
}
