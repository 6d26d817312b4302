import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Whether LibreOffice can make files here. */
export const hasWriter = hasProgram('soffice')

export function hasProgram(name: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${name}`], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

interface Paper {
  /** Stands on every page. */
  readonly header: string
  readonly paragraphs: readonly string[]
  readonly rows?: readonly (readonly string[])[]
}

/** A paper set by LibreOffice, with a running head and page numbers. */
export function writtenBy(paper: Paper, ending: 'docx' | 'pdf'): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'writer-'))
  try {
    writeFileSync(join(folder, 'a.fodt'), flatDocument(paper))
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    execFileSync(
      'soffice',
      [profile, '--headless', '--convert-to', ending, '--outdir', folder, join(folder, 'a.fodt')],
      {
        stdio: 'ignore',
      },
    )
    return readFileSync(join(folder, `a.${ending}`))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function flatDocument({ header, paragraphs, rows = [] }: Paper): string {
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const cell = (text: string) =>
    `<table:table-cell table:style-name="c"><text:p>${escaped(text)}</text:p></table:table-cell>`
  const table = `<table:table>${`<table:table-column table:number-columns-repeated="${rows[0]?.length ?? 1}"/>`}${rows
    .map((row) => `<table:table-row>${row.map(cell).join('')}</table:table-row>`)
    .join('')}</table:table>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles><style:default-style style:family="paragraph"><style:paragraph-properties fo:text-align="justify" fo:margin-bottom="0.2cm"/><style:text-properties fo:font-size="13pt"/></style:default-style></office:styles>
<office:automatic-styles><style:style style:name="c" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="0.1cm"/></style:style>
<style:page-layout style:name="pl"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="1.5cm" fo:margin-bottom="1.5cm" fo:margin-left="3cm" fo:margin-right="2cm"/><style:header-style/><style:footer-style/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pl"><style:header><text:p>${escaped(header)}</text:p></style:header><style:footer><text:p><text:page-number text:select-page="current">1</text:page-number></text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text>${paragraphs.map((text) => `<text:p>${escaped(text)}</text:p>`).join('')}${rows.length > 0 ? table : ''}</office:text></office:body></office:document>`
}
