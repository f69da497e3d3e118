/** Bounds what follows answers, such as pictures: each holds its bytes in memory until the platform has taken it. */

/** How many may be under way at once; a picture has some 180 kB. */
const MOST = 32;

/**
 * Creates a function that does some work unless too much of it is under way.
 * @returns whether the work was done; false when it was left out
 */
export function createFollowUps(most = MOST): (work: () => Promise<void>) => Promise<boolean> {
  let underWay = 0;
  return async (work) => {
    if (underWay >= most) return false;
    underWay += 1;
    try {
      await work();
      return true;
    } finally {
      underWay -= 1;
    }
  };
}
