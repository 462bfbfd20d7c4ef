// Every way by which a page may try to reach a network. Runs inside a page, so it uses nothing from outside of itself.

/**
 * Tries each way once, each with its own path. Nothing it tries can stop it.
 * @param port where somebody listens, for TCP and UDP, on loopback.
 * @returns how many ways were not refused at once.
 */
export function tryEveryWayOut(port: number): number {
  const url = (path: string) => `http://127.0.0.1:${port}/${path}`;
  const element = <K extends keyof HTMLElementTagNameMap>(name: K, set: (made: HTMLElementTagNameMap[K]) => void): void => {
    const made = document.createElement(name);
    set(made);
    document.body.append(made);
  };
  const link = (rel: string, as = '') =>
    element('link', (made) => {
      made.rel = rel;
      made.as = as;
      made.href = url(`link-${rel}`);
    });
  const peer = (iceServer: RTCIceServer): void => {
    const connection = new RTCPeerConnection({ iceServers: [iceServer] });
    connection.createDataChannel('out');
    void connection.createOffer().then((offer) => connection.setLocalDescription(offer));
  };
  const blob = (script: string) => URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const ways: readonly (() => unknown)[] = [
    () => fetch(url('fetch')),
    () => fetch(url('fetch-no-cors'), { mode: 'no-cors', method: 'POST', body: 'x' }),
    () => {
      const request = new XMLHttpRequest();
      request.open('GET', url('xhr'));
      request.send();
    },
    () => new WebSocket(`ws://127.0.0.1:${port}/socket`),
    () => new EventSource(url('events')),
    () => navigator.sendBeacon(url('beacon'), 'x'),
    () => {
      new Image().src = url('image');
    },
    () =>
      element('div', (made) => {
        made.style.cssText = 'width:9px;height:9px';
        made.style.backgroundImage = `url(${url('background')})`;
      }),
    () => link('stylesheet'),
    () => link('prefetch'),
    () => link('preload', 'image'),
    () => link('preconnect'),
    () => new FontFace('away', `url(${url('font')})`).load(),
    () =>
      element('script', (made) => {
        made.src = url('script');
      }),
    () => import(/* @vite-ignore */ url('import')),
    () =>
      element('video', (made) => {
        made.src = url('video');
      }),
    () =>
      element('object', (made) => {
        made.data = url('object');
      }),
    () =>
      element('iframe', (made) => {
        made.src = url('frame');
      }),
    () =>
      element('form', (made) => {
        element('iframe', (frame) => {
          frame.name = 'nowhere';
        });
        made.method = 'post';
        made.action = url('form');
        made.target = 'nowhere';
        document.body.append(made);
        made.submit();
      }),
    () => new Worker(blob(`fetch('${url('worker')}')`)),
    () => new SharedWorker(blob(`fetch('${url('shared-worker')}')`)),
    () => peer({ urls: `stun:127.0.0.1:${port}` }),
    () => peer({ urls: `turn:127.0.0.1:${port}?transport=tcp`, username: 'who', credential: 'what' }),
  ];
  let refused = 0;
  for (const way of ways) {
    try {
      // What is refused later is refused just as well.
      void Promise.resolve(way()).catch(() => undefined);
    } catch {
      refused += 1;
    }
  }
  return ways.length - refused;
}
