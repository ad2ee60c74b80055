import { createRoot, type ReconcilerRoot } from "@react-three/fiber";
import { useLayoutEffect, useRef, useState } from "react";
import { Director, type DirectorProps } from "./Director";
import { takeRenderer, type PreparedRenderer } from "./renderer";

export { prepareEarly } from "./renderer";

export interface Stage3dProps extends Omit<DirectorProps, "onFirstDraw"> {
  /** of the stage, in CSS pixels */
  width: number;
  height: number;
}

interface Stand extends PreparedRenderer {
  root: ReconcilerRoot<HTMLCanvasElement>;
}

/**
 * The lines in three dimensions: one canvas, one camera, one view a run. Drawn only when something has changed; without a
 * run nothing is drawn, but everything gets ready.
 */
export default function Stage3d(props: Stage3dProps) {
  const { quality, width, height } = props;
  const full = quality === "full";
  const host = useRef<HTMLDivElement>(null);
  const [stand, setStand] = useState<Stand | null>(null);

  // a canvas of our own instead of the library's component: it may have been prepared before this component was there
  useLayoutEffect(() => {
    const { renderer, hall } = takeRenderer(full);
    const canvas = renderer.domElement;
    canvas.tabIndex = -1;
    host.current?.append(canvas);
    const root = createRoot(canvas);
    setStand({ root, renderer, hall });
    return () => {
      root.unmount();
      hall.dispose();
      canvas.remove();
    };
  }, [full]);

  useLayoutEffect(() => {
    if (!stand) return;
    const { root, renderer, hall } = stand;
    void root.configure({
      // handed over as made here, so that it is also released with the root
      gl: () => renderer,
      size: { width, height, top: 0, left: 0 },
      flat: true,
      frameloop: "demand",
      dpr: full ? [1, 2] : 1,
      // without a light that casts them there are none; the kind is part of every shader, so it stays the prepared one
      shadows: "percentage",
    });
    root.render(<Director {...props} onFirstDraw={() => hall.dispose()} />);
  });

  return <div ref={host} className="xj-scene-canvas" aria-hidden />;
}
