import type { ReactNode } from "react";
import { BallotIcon, BasketIcon, BookIcon, CoinsIcon, CheckIcon, FeatherIcon, HomeIcon, type IconProps, LayersIcon, OffnetIcon, PeopleIcon, PersonIcon, ProjectIcon, QuestionIcon, ScalesIcon, SettingsIcon, SproutIcon, WalletIcon, WavesIcon, WitnessIcon } from "../shared/look/icons.tsx";
import type { appText } from "./text.ts";

/** A place in the navigation. */
export interface Place {
  /** Without the hash. */
  path: string;
  word: keyof (typeof appText)["zh"] & ("home" | "contribute" | "attest" | "decide" | "shares" | "market" | "purse" | "ledgers" | "commons" | "me" | "members" | "projects" | "learn" | "batches" | "terms" | "verify" | "offnet" | "help" | "settings");
  Icon: (props: IconProps) => ReactNode;
  /** Paths below which this place is the one in use. */
  holds: readonly string[];
}

/** The five of the bar and the rail. What one attests is reached from Home, Contribute and the rail. */
export const mainPlaces: readonly Place[] = [
  { path: "/", word: "home", Icon: HomeIcon, holds: [] },
  { path: "/contribute", word: "contribute", Icon: FeatherIcon, holds: ["/contribute", "/c/"] },
  { path: "/decide", word: "decide", Icon: BallotIcon, holds: ["/decide", "/v/"] },
  { path: "/market", word: "market", Icon: BasketIcon, holds: ["/market"] },
  { path: "/me", word: "me", Icon: PersonIcon, holds: ["/me", "/journal", "/keys", "/guard", "/recover"] },
];

/** Below the rule of the rail; on a phone they are listed under Me. */
export const morePlaces: readonly Place[] = [
  { path: "/attest", word: "attest", Icon: WitnessIcon, holds: ["/attest"] },
  { path: "/purse", word: "purse", Icon: WalletIcon, holds: ["/purse"] },
  { path: "/shares", word: "shares", Icon: BookIcon, holds: ["/shares", "/why/", "/what-if"] },
  { path: "/ledgers", word: "ledgers", Icon: CoinsIcon, holds: ["/ledgers"] },
  { path: "/commons", word: "commons", Icon: WavesIcon, holds: ["/commons"] },
  { path: "/members", word: "members", Icon: PeopleIcon, holds: ["/members", "/m/", "/join", "/vouch"] },
  { path: "/projects", word: "projects", Icon: ProjectIcon, holds: ["/projects", "/p/", "/statements", "/s/", "/industry"] },
  { path: "/learn", word: "learn", Icon: SproutIcon, holds: ["/learn"] },
  { path: "/batches", word: "batches", Icon: LayersIcon, holds: ["/batches"] },
  { path: "/terms", word: "terms", Icon: ScalesIcon, holds: ["/terms"] },
  { path: "/verify", word: "verify", Icon: CheckIcon, holds: ["/verify"] },
  { path: "/offnet", word: "offnet", Icon: OffnetIcon, holds: ["/offnet"] },
  { path: "/help", word: "help", Icon: QuestionIcon, holds: ["/help"] },
  { path: "/settings", word: "settings", Icon: SettingsIcon, holds: ["/settings"] },
];

/** Whether a place is the one in use. */
export function isHere(place: Place, path: string): boolean {
  return place.path === path || place.holds.some((start) => path === start || path.startsWith(start.endsWith("/") ? start : `${start}/`));
}
