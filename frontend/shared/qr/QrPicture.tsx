import { useMemo } from "react";
import { type Level, modulesOf, pathOf } from "./modules.ts";

/**
 * One text as a QR code: plain squares, black on white in either theme and under forced colours, as readers want it. The squares are
 * whole dots of the screen, so that all are equally large, and what is left over widens the white around them; where that would be
 * more than an eighth, the code is as large as it may be instead.
 * `label` says aloud what it is; what stands in it is never read out.
 */
export function QrPicture({ text, level, label }: { text: string; level: Level; label: string }) {
  const [size, path] = useMemo(() => {
    const modules = modulesOf(text, level);
    return [modules.length, pathOf(modules)];
  }, [text, level]);
  return (
    <div className="flex aspect-square w-full items-center justify-center overflow-hidden rounded-md forced-color-adjust-none!" style={{ background: "#fff" }}>
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges" className="w-full forced-color-adjust-none!" style={{ width: `max(87.5%, round(down, 100%, ${size / dots()}px))` }}>
        <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
        <path fill="#000" d={path} />
      </svg>
    </div>
  );
}

/** Dots of the screen in a pixel of the page. */
const dots = (): number => globalThis.devicePixelRatio || 1;
