/** The ring that guides a line; the line comes in broken and leaves whole. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true" className="fl-logo">
      <circle cx="16" cy="16" r="10" fill="none" strokeWidth="4.500" className="fl-logo-ring" />
      <path
        d="M1 25.5C7.5 24.5 11 20 14.5 16.5S22 8.500 31 6.500"
        fill="none"
        strokeWidth="2.600"
        strokeLinecap="round"
        strokeDasharray="3 3.500 3 3.500 30"
        className="fl-logo-line"
      />
    </svg>
  );
}

export function Wordmark() {
  return (
    <span className="fl-wordmark">
      <Logo />
      <span>Fairlead</span>
    </span>
  );
}
