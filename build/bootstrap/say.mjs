/** One line for the person at the terminal, Chinese first. Plain JavaScript: runs before anything is installed, on Node 18 and up. */

/**
 * @param {string} chinese
 * @param {string} english
 */
export function say(chinese, english) {
  console.log(`[预算] ${chinese} / ${english}`);
}

/**
 * Says what is wrong and what to do, then ends the process with code 1.
 * @param {string} chinese
 * @param {string} english
 * @returns {never}
 */
export function stop(chinese, english) {
  console.error(`[预算] ${chinese}\n       ${english}`);
  process.exit(1);
}
