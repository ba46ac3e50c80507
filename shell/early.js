// The build puts this into the page itself (the content security policy names its hash): it asks for the program while the
// page is still being read, where boot.js would have to be fetched first. On a slow network that is a whole round trip.
// Each file with its integrity: the program, then what the screens of a visit need.
{
  const files = /* early */ [];
  const wanted = /^#\/(bezoek|nieuw)/.test(location.hash) ? files : files.slice(0, 1);
  window.lesbezoekEarly = new Map(
    wanted.map(([url, integrity]) => {
      const { href } = new URL(url, document.baseURI);
      const response = fetch(href, { integrity });
      // Whoever takes it sees the error.
      response.catch(() => {});
      return [href, response];
    }),
  );
}
