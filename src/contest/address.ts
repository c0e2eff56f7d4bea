/** Which addresses the definition may name, and which hosts a webmaster has pinned. Pure. */

/** The two names that mean the visitor's own machine. */
export const isLocalHost = (host: string): boolean => host === 'localhost' || host === '127.0.0.1';

/**
 * Reads an absolute address.
 * @param text as in the definition
 * @param http whether http will do for any host
 * @param local whether http will do for the visitor's own machine
 * @returns nothing where the address is not one we may lead to
 */
export function readAddress(text: string, http = false, local = false): URL | undefined {
  try {
    const url = new URL(text);
    const { protocol, hostname, username, password } = url;
    const safe =
      protocol === 'https:' || (protocol === 'http:' && (http || (local && isLocalHost(hostname))));
    // Control and format characters (bidirectional ones among them) make it read as another.
    if (safe && !username && !password && !/[\s\\\p{Cc}\p{Cf}]/u.test(text)) return url;
  } catch {
    // Not an address: the caller says so, naming the field.
  }
  return;
}

/** A single label (`vn`, `localhost`) would pin next to nothing. */
const TWO_LABELS = /^[^\\/?#@:.*,<]+(\.[^\\/?#@:.*,<]+)+$/;

/**
 * Reads the `hosts` attribute.
 * @param text host names separated by white space
 * @returns lower-case ASCII names, and what could not be taken for one
 */
export function readHosts(text: string): { hosts: string[]; wrong: string[] } {
  const hosts: string[] = [];
  const wrong: string[] = [];
  for (const name of text.split(/\s/).filter(Boolean)) {
    const host = TWO_LABELS.test(name) && readAddress(`https://${name}`)?.hostname;
    // Once more as the browser reads it, which passes over some signs.
    if (host && TWO_LABELS.test(host)) hosts.push(host);
    else wrong.push(name);
  }
  return { hosts, wrong };
}

/** Whether a host is one of the names or below one of them. The port plays no part. */
export const isOnHost = (host: string, hosts: readonly string[]): boolean =>
  hosts.some((name) => host === name || host.endsWith(`.${name}`));
