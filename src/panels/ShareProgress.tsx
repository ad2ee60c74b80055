import { Button, Progress } from "@mantine/core";
import { number, withUnit } from "../text";
import { useWords } from "./context";

/** How much of a computation is done, 0 … 1, and the way to stop it. */
export function ShareProgress(props: { share: number; label: string; stop: string; onStop: () => void }) {
  const { share, label, stop, onStop } = props;
  const { language } = useWords();
  return (
    <div className="xj-status-row">
      <Progress value={share * 100} className="xj-grow" aria-label={label} />
      <span className="xj-number">
        {withUnit(language, number(language, Math.floor(share * 100), { decimals: 0 }), "unit.percent")}
      </span>
      <Button size="compact-sm" variant="default" onClick={onStop}>
        {stop}
      </Button>
    </div>
  );
}
