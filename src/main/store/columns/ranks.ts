// How the values of a dictionary stand to one another.

/** The rank of each code, from 1 up to `most`; 0: not told. Equal ones have equal ranks. */
export interface Ranks {
  readonly ranks: Uint32Array;
  readonly most: number;
}
