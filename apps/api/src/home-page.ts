/** What a browser sees until the workplace is there. */
export const homePage = (): string => `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Regielijn</title>
<style>
body { font: 1.125rem/1.6 system-ui, sans-serif; max-width: 42rem; margin: 3rem auto; padding: 0 1rem; color: #1a1a1a; background: #fff }
h1 { line-height: 1.2 } code { background: #f0f0f0; padding: .1em .3em } a { color: #005a9c }
</style>
</head>
<body>
<main>
<h1>Regielijn draait</h1>
<p>Dit is de motor: één lijn van regie, van aanmelding tot nazorg. Schermen zijn er nog niet; de API is er wel.</p>
<ul>
<li><a href="/v1/openapi.json">Beschrijving van de API</a> (OpenAPI 3.1)</li>
<li>Een token om mee te proberen: <code>npm run -s regielijn -- token --als jeugdbeschermer</code></li>
<li>De cijfers van 2019: <code>npm run -s regielijn -- monitor plaatsingen --jaar 2019</code></li>
</ul>
</main>
</body>
</html>
`;
