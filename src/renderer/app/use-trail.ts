// The ways back and forward that every browser has: Alt with an arrow, and the two buttons at the side of a mouse.
import { useEffect } from 'react';
import { useScreenKeys } from './screen-keys.ts';
import type { Trail } from './trail.ts';

const [BACK_BUTTON, FORWARD_BUTTON] = [3, 4];

export function useTrail({ back, forward }: Trail): void {
  useScreenKeys({ 'Alt+ArrowLeft': back, 'Alt+ArrowRight': forward });
  useEffect(() => {
    const released = (event: MouseEvent) => {
      if (event.button !== BACK_BUTTON && event.button !== FORWARD_BUTTON) return;
      event.preventDefault();
      if (document.querySelector('[role=dialog], [role=alertdialog]') !== null) return;
      if (event.button === BACK_BUTTON) back();
      else forward();
    };
    window.addEventListener('mouseup', released);
    return () => window.removeEventListener('mouseup', released);
  }, [back, forward]);
}
