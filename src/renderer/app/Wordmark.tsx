// Paydesk's own mark: a tick whose foot runs out into a desk's edge.

export function Mark({ size = 24 }: { readonly size?: number }) {
  return (
    <svg className="mark" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <rect className="mark-ground" width="24" height="24" rx="6.5" />
      <path className="mark-line" d="M5.5 11.2 9.4 15 17.8 6.4" />
      <path className="mark-line" d="M5.5 18.6h13" />
    </svg>
  );
}

export function Wordmark({ size = 24 }: { readonly size?: number }) {
  return (
    <span className="wordmark">
      <Mark size={size} />
      <span className="wordmark-name">Paydesk</span>
    </span>
  );
}
