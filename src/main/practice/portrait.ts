// The one picture that the practice store has: a head and shoulders, 64 by 64, two colours. PNG in base64.

const base64 = [
  'iVBORw0KGgoAAAANSUhEUgAAAEAAAABACAMAAACdt4HsAAAABlBMVEXj7PUvXYpYQlRSAAAAaUlEQVR42u3UMQ4CMQwAwcz/P01HQQGn2wiC5O',
  '09le21pmk6P8/q/C3BS18HaAJRqABRGOAE4PeL1G/hgHPuH2nDT5zW7qe84RivEyTB2+r8Z4Em0ASiUAGaQBQqQBQqQBT+HyAKA9wHHmS0BUuW',
  '14DSAAAAAElFTkSuQmCC',
].join('');

export const portrait: Uint8Array<ArrayBuffer> = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
