// Closing Paydesk: with something still to be sent somebody is asked first, in the window, or natively where the window does not answer.
// Nothing depends on the answer being given: all of it is in the journal already, and a process that is ended by force loses nothing.

export type ClosingChoice = 'send' | 'keep' | 'cancel' | 'stay';

export interface ClosingParts {
  readonly unsent: {
    count(): number;
    send(): Promise<number>;
    cancel(): Promise<number>;
  };
  /** @returns false where there is no page that could ask. */
  askPage(): boolean;
  /** @param tried this much is left although it was to be sent or cancelled. */
  askNatively(count: number, tried: boolean): Promise<ClosingChoice>;
  /** The window need not be seen any more. */
  hide(): void;
  /** Nothing more is sent; resolves when all is written down. */
  stop(): Promise<void>;
  /** Ends the program; `mayClose` says yes from here on. */
  exit(): void;
  /** @returns the stop */
  after(milliseconds: number, work: () => void): () => void;
}

export interface Closing {
  /** Somebody wants to close the window or the program. @returns whether it may happen now; otherwise it happens later, or not. */
  mayClose(): boolean;
  /** The page shows the question. */
  shown(): void;
  answer(answer: 'close' | 'stay'): void;
  /** The page has crashed. */
  pageGone(): void;
  /** The computer goes down: nobody is asked, and what waits is kept. */
  atOnce(): void;
}

/** Milliseconds in which the page has to say that it asks. */
const PAGE_ANSWERS = 3_000;
/** Milliseconds for writing down what is under way. A call that is cut off is read again at the next start. */
const LONGEST_STOP = 5_000;

type At = 'open' | 'asking' | 'asked' | 'asking-natively' | 'leaving' | 'left';

export function createClosing(parts: ClosingParts): Closing {
  const { unsent, after } = parts;
  let at: At = 'open';
  let stopTimer = (): void => undefined;

  const leave = (): void => {
    if (at === 'leaving' || at === 'left') return;
    stopTimer();
    at = 'leaving';
    parts.hide();
    let stopWaiting = (): void => undefined;
    const late = new Promise<void>((resolve) => {
      stopWaiting = after(LONGEST_STOP, resolve);
    });
    void Promise.race([parts.stop(), late]).finally(() => {
      stopWaiting();
      at = 'left';
      parts.exit();
    });
  };

  const askNatively = async (tried = false): Promise<void> => {
    stopTimer();
    at = 'asking-natively';
    const choice = await parts.askNatively(unsent.count(), tried);
    if (choice === 'stay') {
      at = 'open';
      return;
    }
    const left = choice === 'keep' ? 0 : await unsent[choice]();
    if (left === 0) leave();
    else await askNatively(true);
  };

  return {
    mayClose: () => {
      if (at === 'left') return true;
      // Asked once more: the page may have stopped answering meanwhile.
      if (at !== 'open' && at !== 'asked') return false;
      if (unsent.count() === 0) leave();
      else if (parts.askPage()) {
        at = 'asking';
        stopTimer = after(PAGE_ANSWERS, () => void askNatively());
      } else void askNatively();
      return false;
    },
    shown: () => {
      if (at !== 'asking') return;
      stopTimer();
      at = 'asked';
    },
    answer: (answer) => {
      if (at !== 'asking' && at !== 'asked') return;
      stopTimer();
      if (answer === 'close') leave();
      else at = 'open';
    },
    pageGone: () => {
      if (at === 'asking' || at === 'asked') void askNatively();
    },
    atOnce: leave,
  };
}
