import { useEffect, useState } from "react";

/** Codes a second: slow enough for an old camera, as fast as a good one. */
export const SPEEDS = { least: 2, most: 8, first: 5 } as const;

/** Which of many codes is shown, and whether they go on by themselves. */
export interface Turn {
  readonly number: number;
  readonly playing: boolean;
  readonly speed: number;
  play(): void;
  pause(): void;
  /** Goes on or back by hand, and stands still there. */
  step(by: number): void;
  setSpeed(speed: number): void;
}

/** Turns codes one by one. Where the reader wants no motion, nothing moves until they say so. */
export function useTurn(): Turn {
  const [number, setNumber] = useState(0);
  const [playing, setPlaying] = useState(() => !window.matchMedia("(prefers-reduced-motion: reduce)").matches);
  const [speed, setSpeed] = useState<number>(SPEEDS.first);
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => setNumber((now) => now + 1), 1000 / speed);
    return () => clearInterval(timer);
  }, [playing, speed]);
  return {
    number,
    playing,
    speed,
    play: () => setPlaying(true),
    pause: () => setPlaying(false),
    step: (by) => {
      setPlaying(false);
      setNumber((now) => Math.max(0, now + by));
    },
    setSpeed,
  };
}
