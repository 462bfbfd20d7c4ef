// Tells main when something may be possible again: the network is back, or somebody looks at the window.
import { useEffect } from 'react';
import type { Client } from '../bridge.ts';

export function useWake(client: Client): void {
  useEffect(() => {
    const wake = () => void client.request('desk.wake', null);
    const seen = () => {
      if (document.visibilityState === 'visible') wake();
    };
    window.addEventListener('online', wake);
    window.addEventListener('focus', wake);
    document.addEventListener('visibilitychange', seen);
    return () => {
      window.removeEventListener('online', wake);
      window.removeEventListener('focus', wake);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [client]);
}
