/** The product's clock. Handed in from the composition root; nothing but `main` reads the system's. */
export interface Clock {
  /** The present instant. */
  now(): Date;
}
