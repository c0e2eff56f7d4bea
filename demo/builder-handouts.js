/** The hand-outs: what the organizer gives to the units, once nothing is wrong with the definition. */

/**
 * Shows what can be handed out.
 * @param {HTMLElement} container is filled anew
 * @param {{definition: object, faults: {path?: string, message: string}[]}} filledIn
 */
export function showHandouts(container, { definition, faults }) {
  container.hidden = true;
  void [definition, faults];
}
