/**
 * The self-test asks the public address as a visitor would: from a browser, without cookies. Asking
 * from the server would prove little, since it may be let through where visitors are not.
 */
(async () => {
  const status = document.querySelector('.contest-banner-self-test');
  if (!status) {
    return;
  }
  const { address, good, closed, broken, away } = status.dataset;
  const verdict = async () => {
    try {
      const response = await fetch(address, { credentials: 'omit', cache: 'no-store' });
      if ([401, 403].includes(response.status)) {
        return closed;
      }
      const definition = await response.json();
      if (response.ok) {
        return definition.id ? good : broken;
      }
      // Some plugins hide the route instead; WordPress itself says in `code` which of the two it is.
      return definition.code === 'contest_banner_unknown' ? broken : closed;
    } catch (error) {
      return error instanceof SyntaxError ? broken : away;
    }
  };
  status.textContent = await verdict();
  status.classList.toggle('notice-error', status.textContent !== good);
})();

/** What cannot be undone is asked about first. */
document.addEventListener('submit', (event) => {
  const { sure } = event.submitter?.dataset ?? {};
  if (sure && !window.confirm(sure)) event.preventDefault();
});
