const OBJECTEN = (tekst: string): readonly string[] => {
  const inhoud = `BT /F1 12 Tf 72 770 Td (${tekst}) Tj ET`;
  return [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${inhoud.length} >>\nstream\n${inhoud}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
};

/** One page with one line, in base64. Of the text only letters, digits, spaces and points: nothing is escaped. */
export const pdfMet = (tekst: string): string => {
  let pdf = '%PDF-1.4\n';
  const plaatsen: number[] = [];
  const objecten = OBJECTEN(tekst);
  objecten.forEach((object, index) => {
    plaatsen.push(pdf.length);
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`;
  });
  const tabel = plaatsen.map((plaats) => `${String(plaats).padStart(10, '0')} 00000 n \n`).join('');
  const aantal = objecten.length + 1;
  const slot = `trailer\n<< /Size ${aantal} /Root 1 0 R >>\nstartxref\n${pdf.length}\n%%EOF\n`;
  return Buffer.from(`${pdf}xref\n0 ${aantal}\n0000000000 65535 f \n${tabel}${slot}`, 'latin1').toString('base64');
};
