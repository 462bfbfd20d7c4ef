// What runs in a measured page, ours and the yardstick's alike: sent as text, so each function knows nothing but its arguments.
// Painted means: after a frame in which it stood there, in the task that follows that frame.

declare global {
  interface Window {
    /** Milliseconds from the event that was watched for until what was awaited is painted. */
    painted: Promise<number>;
    benchFrames: { readonly lengths: number[]; running: boolean };
  }
}

/** @param code the arguments, as code. @returns an expression for DevTools */
export function inPage(run: (...given: never[]) => unknown, ...code: readonly string[]): string {
  return `(${run.toString()})(${code.join(', ')})`;
}

/** @returns when the page's first paint was, on the wall clock, in milliseconds. */
export function firstPaint(): Promise<number> {
  return new Promise((resolve) => {
    new PerformanceObserver((list) => {
      const [entry] = list.getEntriesByName('first-paint');
      if (entry !== undefined) resolve(performance.timeOrigin + entry.startTime);
    }).observe({ type: 'paint', buffered: true });
  });
}

/** @returns when that which holds was painted, on the wall clock, in milliseconds. */
export function whenPainted(holds: () => boolean): Promise<number> {
  return new Promise((resolve) => {
    const painted = (): void => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
        port2.postMessage(null);
      });
    };
    const look = (): void => {
      if (!holds()) return;
      seen.disconnect();
      painted();
    };
    const seen = new MutationObserver(look);
    seen.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    look();
  });
}

/** From now on: `window.painted` is the time from the next such event to the painting of what then holds. */
export function watch(event: 'keydown' | 'mouseup', holds: () => boolean): void {
  window.painted = new Promise((resolve) => {
    let began = 0;
    const look = (): void => {
      if (began === 0 || !holds()) return;
      seen.disconnect();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now() - began);
        port2.postMessage(null);
      });
    };
    const seen = new MutationObserver(look);
    const options = { subtree: true, childList: true, characterData: true, attributes: true };
    addEventListener(
      event,
      ({ timeStamp }) => {
        began = timeStamp;
        seen.observe(document.body, options);
      },
      { once: true, capture: true },
    );
  });
}

/** From now on the length of each frame is written down. */
export function countFrames(): void {
  const frames = { lengths: [] as number[], running: true };
  window.benchFrames = frames;
  let last = 0;
  const frame = (now: number): void => {
    if (last > 0) frames.lengths.push(now - last);
    last = now;
    if (frames.running) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

/** @returns the lengths of all frames since then, in milliseconds. */
export function countedFrames(): readonly number[] {
  window.benchFrames.running = false;
  return window.benchFrames.lengths;
}

/** Two frames: whatever was about to be drawn has been. */
export function settled(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });
}

/** @returns the middle of an element, in the window's pixels. */
export function middleOf(element: Element): { readonly x: number; readonly y: number } {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
