// Operations that rest after a failure of their own: for how long, and for how much of that the server itself has asked.
import { backOff } from '../../shared/domain/back-off.ts';
import type { GateParts } from './gate.ts';

export interface Resting {
  /** Milliseconds since 1970; 0 where it does not rest. */
  until(id: string): number;
  /** After one more failure. @param retryAfter seconds that the server has asked for; null where it has not. */
  failed(id: string, retryAfter: number | null): void;
  /** @param milliseconds without any failure. */
  pause(id: string, milliseconds: number): void;
  wakeUp(id: string): void;
  /** All that rest by our own choice. Who was sent away by the server for a time stays away. */
  wakeWilling(): void;
  wakeAll(): void;
}

interface Rest {
  readonly failures: number;
  readonly until: number;
  readonly asked: number;
}

export function createResting({ now, random }: GateParts): Resting {
  const rests = new Map<string, Rest>();
  return {
    until: (id) => rests.get(id)?.until ?? 0,
    failed: (id, retryAfter) => {
      const failures = (rests.get(id)?.failures ?? 0) + 1;
      const asked = retryAfter === null ? 0 : now() + retryAfter * 1_000;
      rests.set(id, { failures, until: now() + backOff(failures, random(), retryAfter), asked });
    },
    pause: (id, milliseconds) => {
      rests.set(id, { failures: 0, until: now() + milliseconds, asked: 0 });
    },
    wakeUp: (id) => {
      rests.delete(id);
    },
    wakeWilling: () => {
      for (const [id, { asked }] of rests) {
        if (asked <= now()) rests.delete(id);
        else rests.set(id, { failures: 0, until: asked, asked });
      }
    },
    wakeAll: () => rests.clear(),
  };
}
