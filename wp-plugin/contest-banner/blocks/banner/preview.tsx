/** The element itself, as it will stand on the page, but not to be clicked. */

import { Disabled } from '@wordpress/components';
import { useLayoutEffect, useRef } from '@wordpress/element';

/** @param attributes of the element; empty ones are left out */
export function Preview({ attributes }: { attributes: Record<string, string> }) {
  const element = useRef<HTMLElement>(null);
  // React 18 writes a custom element's attributes and React 19 its properties, where one that is
  // taken away stays as "undefined".
  useLayoutEffect(() => {
    for (const [name, value] of Object.entries(attributes))
      if (value) element.current?.setAttribute(name, value);
      else element.current?.removeAttribute(name);
  });
  return (
    <Disabled>
      <contest-banner ref={element} />
    </Disabled>
  );
}
