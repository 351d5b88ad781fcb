import type { ReactNode } from "react";

/** Every icon is drawn with one 1.6 stroke on a 24 grid, hidden from screen readers, and always stands beside a word. */
export interface IconProps {
  size?: number;
  className?: string;
}

function Icon({ size = 20, className = "", children }: IconProps & { children: ReactNode }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" focusable="false" className={`shrink-0 ${className}`}>
      {children}
    </svg>
  );
}

const drawn = (paths: ReactNode) => (props: IconProps) => <Icon {...props}>{paths}</Icon>;

export const HomeIcon = drawn(<path d="M3.5 11 12 3.5l8.5 7.5v9.5H15v-6H9v6H3.5z" />);
/** A feather: to record a contribution. */
export const FeatherIcon = drawn(<path d="M4 20.5 13.5 11M5.5 19c-1.2-5 1.4-9.6 5.6-12.2C14.3 4.8 18 4 20.5 3.5c-.3 2.7-1.1 6.2-3.2 9.3-2.7 4-6.8 6.3-11.8 6.2M9.5 15h5" />);
/** An eye in a seal: to attest what one saw. */
export const WitnessIcon = drawn(<><path d="M2.5 12C5 7.5 8.3 5.5 12 5.5s7 2 9.5 6.5c-2.5 4.5-5.8 6.5-9.5 6.5S5 16.5 2.5 12z" /><circle cx="12" cy="12" r="2.6" /></>);
/** 正, the character by which ballots are counted. */
export const BallotIcon = drawn(<path d="M4 4.5h16M12 4.5v15M12 11.5h6M6.5 10.5v9M3 19.5h18" strokeLinecap="butt" />);
/** Scales: the rules that a vote may change. */
export const ScalesIcon = drawn(<path d="M12 3.5v17M7.5 20.5h9M5.5 6.5h13M5.5 6.5 3 13h5zM18.5 6.5 16 13h5zM3 13c.4 1.6 1.3 2.3 2.5 2.3S7.6 14.6 8 13M16 13c.4 1.6 1.3 2.3 2.5 2.3s2.1-.7 2.5-2.3" />);
export const BasketIcon = drawn(<path d="M3.5 10h17l-1.8 10.5H5.3zM8 10l3-6.5M16 10l-3-6.5" />);
export const PersonIcon = drawn(<><circle cx="12" cy="8" r="4.3" /><path d="M4 20.5c1-4.3 4-6 8-6s7 1.7 8 6" /></>);
export const PeopleIcon = drawn(<><circle cx="9" cy="8.5" r="3.7" /><path d="M2.5 20c.8-4 3.2-5.6 6.5-5.6s5.7 1.6 6.5 5.6M15.8 5.2a3.6 3.6 0 0 1 0 6.6M17.6 14.9c2.2.6 3.5 2.2 4 5.1" /></>);
export const BookIcon = drawn(<path d="M12 6.5C9.8 5 6.8 4.5 3.5 4.5v14c3.3 0 6.3.5 8.5 2 2.2-1.5 5.2-2 8.5-2v-14c-3.3 0-6.3.5-8.5 2zm0 0v14" />);
export const CoinsIcon = drawn(<><circle cx="8.5" cy="12" r="5.5" /><path d="M14 6.8a5.5 5.5 0 1 1 0 10.4M7 10.5h3v3H7z" /></>);
export const WavesIcon = drawn(<path d="M2.5 9.5c3-3 5.5-3 9.5 0s6.5 3 9.5 0M2.5 15.5c3-3 5.5-3 9.5 0s6.5 3 9.5 0" />);
export const CheckIcon = drawn(<path d="m4 13 5 5L20 6.5" />);
export const LeaveIcon = drawn(<path d="M4.5 19.5 19.5 4.5M8.5 4.5h11v11" />);
/** A village under one roof line: projects. */
export const ProjectIcon = drawn(<path d="M3 20.5h18M5 20.5V10l7-6 7 6v10.5M9.5 20.5V14h5v6.5" />);
/** A sprout: to learn from those who wrote down what they know. */
export const SproutIcon = drawn(<path d="M12 20.5v-9M12 14.5c0-4 2.6-6.5 8-6.5 0 4.6-2.8 6.8-8 6.5zM12 11.5c0-3.8-2.4-6.3-8-7 0 4.8 2.8 7.3 8 7zM6 20.5h12" />);
/** Layers: histories brought in from elsewhere. */
export const LayersIcon = drawn(<path d="m12 3.5 9 4.7-9 4.7-9-4.7zM3 12.3l9 4.7 9-4.7M3 16.3l9 4.7 9-4.7" />);
/** A letter on its way by hand: what was signed with no network. */
export const OffnetIcon = drawn(<path d="M3.5 6.5h17v12h-17zM3.5 7l8.5 6.5L20.5 7M15.5 18.5l2-2" />);
export const JournalIcon = drawn(<path d="M6 3.5h12v17H6zM9 8h6M9 11.5h6" />);
export const QuestionIcon = drawn(<><circle cx="12" cy="12" r="9" /><path d="M9.3 9.3c.2-1.7 1.3-2.6 2.8-2.6 1.6 0 2.8 1 2.8 2.5 0 2.2-2.8 2.4-2.8 4.6M12 17.2v.1" /></>);
export const SettingsIcon = drawn(<><path d="M3 7h9M18 7h3M3 17h3M12 17h9" /><circle cx="15" cy="7" r="2.8" /><circle cx="9" cy="17" r="2.8" /></>);
export const ChevronRight = drawn(<path d="m9 5 7 7-7 7" />);
export const ChevronLeft = drawn(<path d="m15 5-7 7 7 7" />);
export const ChevronDown = drawn(<path d="m5 9 7 7 7-7" />);
export const CloseIcon = drawn(<path d="m5 5 14 14M19 5 5 19" />);
export const CopyIcon = drawn(<path d="M8.5 8.5h11v11h-11zM15.5 8.5v-4h-11v11h4" />);
export const ArrowRight = drawn(<path d="M3.5 12h17M15 6.5l5.5 5.5-5.5 5.5" />);
export const ClockIcon = drawn(<><circle cx="12" cy="12" r="8.5" /><path d="M12 7v5l3.5 2" /></>);
export const FileIcon = drawn(<path d="M6 3.5h8l4.5 4.5v12.5H6zM13.5 3.5v5h5" />);
export const WalletIcon = drawn(<path d="M3.5 7.5h17v12h-17zM3.5 7.5l11-4v4M16 13.5h.1" />);
export const KeyIcon = drawn(<><circle cx="8" cy="12" r="4.5" /><path d="M12.5 12h9v3.5M18 12v3" /></>);
export const SwapIcon = drawn(<path d="M4 8.5h15.5M15 4l4.5 4.5M20 15.5H4.5M9 20l-4.5-4.5" />);

/** The tree rings of the value ledger. */
export function RingGlyph({ size = 20 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2" aria-hidden="true" className="shrink-0">
      <circle cx="12" cy="12" r="10.5" />
      <circle cx="12" cy="12" r="6" />
      <circle cx="12" cy="12" r="2.2" fill="currentColor" stroke="none" />
    </svg>
  );
}

/** The square-holed coin of the price ledger. */
export function CoinGlyph({ size = 20 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="currentColor" aria-hidden="true" className="shrink-0">
      <path fillRule="evenodd" d="M12 .8a11.2 11.2 0 1 1 0 22.4A11.2 11.2 0 0 1 12 .8zM8.2 8.2v7.6h7.6V8.2z" />
    </svg>
  );
}
