import { ActionIcon, Menu } from "@mantine/core";
import { useMemo, useState, type ReactNode } from "react";
import { Chart, chartPicture, type ChartLook, type LegendEntry } from "../../charts";
import { useServices, useWords } from "../context";
import { stateOrder } from "../../look";
import { Icon } from "../Icon";
import { StateGlyph } from "../StateBar";
import { useLook } from "../useLook";
import { sheetRows, type ChartSheet } from "./chartSheet";
import "../print.css";
import "./charts.css";
import { useCaption, type Belonging } from "./useCaption";

export interface ChartFrameProps {
  /** ends the names of its files: "tornado" */
  name: string;
  /** over the picture when it is kept; on the page a heading says it already */
  title: string;
  /** what the picture shows, in one sentence */
  label: string;
  /** how it is read */
  note?: string;
  legend?: readonly LegendEntry[];
  height: number;
  /** makes the drawing for a theme; keep it stable between renders */
  draw: (look: ChartLook) => Record<string, unknown>;
  table: ReactNode;
  /** the figures behind it, asked for when they are saved */
  sheet: () => ChartSheet;
  onPick?: (name: string) => void;
  belongs?: Belonging;
}

const onPaper: ChartLook = { theme: "light" };

/** A chart with its legend, the same figures as a table, and both to keep: as CSV and as a picture. */
export function ChartFrame(props: ChartFrameProps) {
  const { name, title, label, note, legend = [], height, draw, table, sheet, onPick, belongs } = props;
  const { say } = useWords();
  const { exportTable, download } = useServices();
  const look = useLook();
  const caption = useCaption(belongs);
  const options = useMemo(() => draw(look), [draw, look]);
  const [hasFailed, setFailed] = useState(false);
  const file = `xianjian-${caption.file}-${name}`;
  const saveTable = (): void =>
    exportTable(sheetRows(sheet(), title, [caption.title, ...caption.facts]), `${file}.csv`);
  const savePicture = (): void => {
    const picture = { options: draw(onPaper), height, title, note: note ?? "", legend, caption };
    void chartPicture(picture).then(
      (blob) => {
        setFailed(blob === null);
        if (blob !== null) download(blob, `${file}.png`, "image/png");
      },
      () => setFailed(true),
    );
  };
  return (
    <>
      {note !== undefined && <p className="xj-note">{note}</p>}
      {legend.length > 0 && (
        <ul className="xj-legend">
          {legend.map(({ mark, text }) => (
            <LegendItem key={text} mark={mark} text={text} />
          ))}
        </ul>
      )}
      <Chart
        options={options}
        label={label}
        description={[note, say("chart.described")].filter((each) => each !== undefined).join(" ")}
        height={height}
        waiting={say("details.chartWaiting")}
        table={table}
        tableLabel={say("details.asTable")}
        caption={[title, caption.title, ...caption.facts].join(" · ")}
        {...(onPick === undefined ? {} : { onPick })}
        tools={
          <Menu position="bottom-end" width={240} shadow="md">
            <Menu.Target>
              <ActionIcon
                className="xj-chart-save"
                variant="subtle"
                size={28}
                aria-label={say("chart.save", { title })}
                title={say("chart.saveShort")}
                data-testid={`save-${name}`}
              >
                <Icon name="save" />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={savePicture} data-testid="save-png">
                {say("chart.png")}
                <span className="xj-menu-note">{say("chart.pngNote")}</span>
              </Menu.Item>
              <Menu.Item onClick={saveTable} data-testid="save-csv">
                {say("chart.csv")}
                <span className="xj-menu-note">{say("chart.csvNote")}</span>
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        }
      />
      {hasFailed && (
        <p className="xj-warning" role="status">
          {say("chart.failed")}
        </p>
      )}
    </>
  );
}

function LegendItem({ mark, text }: LegendEntry) {
  const state = stateOrder.find((each) => each === mark);
  if (state === undefined) return <li data-mark={mark}>{text}</li>;
  return (
    <li data-state={state}>
      <StateGlyph state={state} /> {text}
    </li>
  );
}
