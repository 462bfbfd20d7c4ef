// The way around: six places and the way out.
import { LogOut } from 'lucide-react';
import { PLACE_WORDS, PLACES, type Place } from './places.ts';
import { Wordmark } from './Wordmark.tsx';

interface NavigationProps {
  readonly at: Place;
  /** How many payments wait for somebody; null while nobody knows. */
  readonly pending: number | null;
  readonly signingOut: boolean;
  readonly onGo: (place: Place) => void;
  readonly onSignOut: () => void;
}

export function Navigation({ at, pending, signingOut, onGo, onSignOut }: NavigationProps) {
  return (
    <nav className="nav" aria-label="Main">
      <div className="nav-brand">
        <Wordmark size={22} />
      </div>
      <ul>
        {PLACES.map((place, index) => {
          const { name, icon: Icon } = PLACE_WORDS[place];
          return (
            <li key={place}>
              <a
                href={`#${place}`}
                className="nav-link"
                aria-label={name}
                aria-current={at === place ? 'page' : undefined}
                title={`${name} (Ctrl+${index + 1})`}
                draggable={false}
                onClick={(event) => {
                  event.preventDefault();
                  onGo(place);
                }}
              >
                <Icon size={17} strokeWidth={1.8} aria-hidden="true" />
                <span className="nav-name">{name}</span>
              </a>
              {place === 'payments' && pending !== null && pending > 0 ? (
                <span className="nav-count number" aria-hidden="true">
                  {countText(pending)}
                </span>
              ) : null}
            </li>
          );
        })}
      </ul>
      <button
        type="button"
        className="nav-link nav-out"
        title="Sign out"
        aria-label="Sign out"
        aria-disabled={signingOut}
        onClick={onSignOut}
      >
        <LogOut size={17} strokeWidth={1.8} aria-hidden="true" />
        <span className="nav-name">Sign out</span>
      </button>
    </nav>
  );
}

/** Beyond three digits the exact number is for the screen itself. */
function countText(count: number): string {
  return count > 999 ? '999+' : String(count);
}
