// The build puts this into the page itself (the content security policy names its hash): it asks for the program while the
// page is still being read, where boot.js would have to be fetched first. On a slow network that is a whole round trip.
// Each file with its part of the program and its integrity.
{
  const files = /* early */ [];
  const { hash } = location;
  const needed = {
    main: true,
    home: /^(#\/?)?$/.test(hash),
    lesson: /^#\/(bezoek|nieuw)/.test(hash),
    watch: /^#\/bezoek\/[^/]+\/kijken/.test(hash),
    // The style of all screens but the list, Voorbereiden and Scoren.
    late: !/^(#\/?|#\/(nieuw|bezoek\/[^/]+\/(voorbereiden|scoren)).*)?$/.test(hash),
  };
  const early = new Map();
  for (const [part, url, integrity] of files) {
    const { href } = new URL(url, document.baseURI);
    if (!needed[part] || early.has(href)) continue;
    const response = fetch(href, { integrity });
    // Whoever takes it sees the error.
    response.catch(() => {});
    early.set(href, response);
  }
  window.lesbezoekEarly = early;
}
