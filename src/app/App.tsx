import { MantineProvider } from "@mantine/core";
import { useCallback, useEffect, useState, type ComponentType } from "react";
import {
  Guard,
  Header,
  Help,
  OpenFailure,
  OwnerDoor,
  OwnerOffer,
  PlanShelf,
  Presenter,
  ServicesProvider,
  TimeBar,
  Tour,
  useDropAndPaste,
  useTheme,
  useWords,
  Verdict,
  Details,
  type PanelServices,
} from "../panels";
import { OwnerProvider, StoreProvider, useApp, type AppStore, type OwnerStore } from "../store";
import { Fold } from "./Fold";
import type { Quality } from "./probe";
import { applyTheme, mantineTheme } from "./theme";
import { useGlobalKeys } from "./useGlobalKeys";

interface AppProps {
  store: AppStore;
  owner: OwnerStore;
  services: PanelServices;
  probed: Quality;
  /** the picture of the line; null where its code could not be fetched */
  Stage: ComponentType<{ probed: Quality }> | null;
}

/** Puts the rooms together. Mantine writes no style element here: its variables come from the style sheet. */
export function App({ store, owner, services, probed, Stage }: AppProps) {
  return (
    <StoreProvider value={store}>
      <OwnerProvider value={owner}>
        <ServicesProvider value={services}>
          <Themed probed={probed} Stage={Stage} />
        </ServicesProvider>
      </OwnerProvider>
    </StoreProvider>
  );
}

function Themed({ probed, Stage }: Pick<AppProps, "probed" | "Stage">) {
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
        <Workspace probed={probed} Stage={Stage} isDark={theme === "dark"} />
      </Guard>
    </MantineProvider>
  );
}

function Workspace({ probed, Stage, isDark }: Pick<AppProps, "probed" | "Stage"> & { isDark: boolean }) {
  const { say } = useWords();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const plansFolded = useApp((state) => state.preferences.plansFolded);
  const verdictFolded = useApp((state) => state.preferences.verdictFolded);
  const detailOpen = useApp((state) => state.detail.open);
  useDropAndPaste();
  const [isPresenting, setPresenting] = useState(false);
  const [isTouring, setTouring] = useState(false);
  const present = useCallback(() => {
    setPresenting(true);
    // a page that may not fill the screen still fills its window
    void document.documentElement.requestFullscreen().catch(() => undefined);
  }, []);
  const endPresenting = useCallback(() => {
    setPresenting(false);
    if (document.fullscreenElement !== null) void document.exitFullscreen();
  }, []);
  const openHelp = useCallback(() => setHelpOpen(true), []);
  useGlobalKeys(openHelp, present);
  return (
    <div
      className="xj-app"
      data-plans={plansFolded ? "folded" : "open"}
      data-verdict={verdictFolded ? "folded" : "open"}
      data-presenting={isPresenting}
      data-details={detailOpen ? "open" : "folded"}
    >
      <Header isDark={isDark} onHelp={openHelp} onPresent={present} />
      <Fold preference="plansFolded" side="left" label={say("plans.title")}>
        <PlanShelf />
      </Fold>
      <main className="xj-main">
        <OwnerOffer />
        {Stage === null ? <p className="xj-warning">{say("stage.broken")}</p> : <Stage probed={probed} />}
        <Details />
      </main>
      <Fold preference="verdictFolded" side="right" label={say("verdict.title")}>
        <Verdict />
      </Fold>
      <TimeBar />
      <OpenFailure />
      <OwnerDoor />
      <Help
        opened={isHelpOpen}
        onClose={() => setHelpOpen(false)}
        onTour={() => {
          setHelpOpen(false);
          setTouring(true);
        }}
      />
      {isPresenting && <Presenter onClose={endPresenting} />}
      {isTouring && <Tour onClose={() => setTouring(false)} />}
    </div>
  );
}
