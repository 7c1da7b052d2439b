import { page } from './page.js';

/** What a browser sees until the workplace is there. `hasLogin`: the built-in issuer is there to log in with. */
export const homePage = (hasLogin: boolean): string =>
  page(
    'Regielijn draait',
    `<p>Dit is de motor: één lijn van regie, van aanmelding tot nazorg. Schermen zijn er nog niet; de API is er wel.</p>
<ul>
<li><a href="/v1/openapi.json">Beschrijving van de API</a> (OpenAPI 3.1)</li>
${hasLogin ? '<li><a href="/login">Aanmelden met een demo-account</a>: geeft een token om mee te proberen</li>' : ''}
<li>Een token op de opdrachtregel: <code>npm run -s regielijn -- token --als jeugdbeschermer</code></li>
<li>De cijfers van 2019: <code>npm run -s regielijn -- monitor plaatsingen --jaar 2019</code></li>
</ul>`,
  );
