/**
 * Gives the frames of a page the height that they tell. A frame of ours is one whose address ends in
 * `/frame.html`, or that the page has marked with `data-contest`.
 */

const FRAME = /^[^?#]*\/frame\.html([?#]|$)/;

/** What a frame of another's may do with a page is no more than this, px. */
const HIGHEST = 3000;

/** Takes a height from a frame of ours on this page; anything else is left alone. */
function takeHeight({ data, source }: MessageEvent): void {
  try {
    const { type, height } = data as { type: unknown; height: number };
    if (type !== 'contest-banner:height' || !Number.isInteger(height)) return;
    for (const frame of document.querySelectorAll('iframe'))
      if (source === frame.contentWindow && (FRAME.test(frame.src) || 'contest' in frame.dataset)) {
        const border = frame.offsetHeight - frame.clientHeight;
        frame.style.height = `${Math.min(height, HIGHEST) + border}px`;
      }
  } catch {
    // Messages of others may be anything.
  }
}

/** To be called once a page. A frame of ours listens to nothing. */
export function listenToFrames(): void {
  if (!FRAME.test(location.href)) addEventListener('message', takeHeight);
}
