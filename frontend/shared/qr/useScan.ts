import { useEffect, useRef, useState } from "react";
import { type Offered, startCollector } from "#client/chain/frames/collect.ts";
import type { Both } from "../language/words.ts";
import { openPicture } from "./picture.ts";
import { type ScanFault, scanFault } from "./problems.ts";
import type { Reader } from "./reader.ts";

/** How far a scan has come. */
export interface ScanState {
  readonly filming: boolean;
  /** A picture is being looked at. */
  readonly reading: boolean;
  /** How many of how many parts have come; null before the first of several. */
  readonly parts: { readonly known: number; readonly count: number } | null;
  readonly fault: ScanFault | null;
  readonly done: boolean;
}

/** What may be done about it. */
export interface Scan extends ScanState {
  film(): void;
  /** Closes the camera; what has come is kept. */
  close(fault?: ScanFault): void;
  take(code: string): Promise<void>;
  choose(files: readonly Blob[]): Promise<void>;
  again(): void;
}

const atFirst: ScanState = { filming: false, reading: false, parts: null, fault: null, done: false };

/** A text that comes whole is given to `onText`; if that gives back a sentence, the text was not what was looked for, and the scan goes on. */
export function useScan(onText: (text: string) => Both | null): Scan {
  const [state, setState] = useState(atFirst);
  const now = useRef(atFirst);
  const [collector, setCollector] = useState(startCollector);
  const change = (part: Partial<ScanState>) => setState((now.current = { ...now.current, ...part }));
  const here = useHere();

  const found = (text: string) => {
    const wrong = onText(text);
    change(wrong ? { parts: null, fault: { title: wrong } } : { ...atFirst, done: true });
  };
  const weigh = (got: Offered) => {
    // A foreign code between the parts of a text is passed over.
    if (got.is === "plain") now.current.parts || found(got.text);
    else if (got.is === "whole") found(got.text);
    else if (got.is === "part") change({ parts: { known: got.known, count: got.count }, ...(got.fresh ? { fault: null } : {}) });
    else if (got.problem === "spoilt") change({ parts: null, fault: { title: got.say } });
    else if (got.problem === "cannotUnpack" || got.problem === "unreadable") change({ ...atFirst, fault: { title: got.say } });
    else change({ fault: { title: got.say } });
  };
  const take = async (code: string) => {
    const got = await collector.offer(code);
    if (here.current && !now.current.done) weigh(got);
  };
  const look = async (file: Blob, read: Reader): Promise<ScanFault | null> => {
    const picture = await openPicture(file);
    if (!picture) return scanFault("noPicture");
    const codes = await read(picture).catch(() => []);
    for (const code of codes) await take(code);
    return codes.length === 0 ? scanFault("nothingFound") : null;
  };
  const choose = async (files: readonly Blob[]) => {
    if (files.length === 0 || now.current.reading || now.current.done) return;
    change({ reading: true, fault: null });
    const read = await import("./reader.ts").then(({ stillReader }) => stillReader()).catch(() => null);
    let missed = read ? null : scanFault("notLoaded");
    for (const file of read ? files : []) missed = (await look(file, read!)) ?? missed;
    change({ reading: false, fault: now.current.done ? null : (missed ?? now.current.fault) });
  };
  return {
    ...state,
    take,
    choose,
    film: () => change({ filming: true, fault: null }),
    close: (fault) => change({ filming: false, fault: fault ?? now.current.fault }),
    again: () => {
      setCollector(startCollector);
      change(atFirst);
    },
  };
}

/** Whether the view is still there: what was read too late is given to nobody. */
function useHere() {
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => void (here.current = false);
  }, []);
  return here;
}
