#!/usr/bin/env bash
# Makes the fixtures anew from their sources. Debian: apt-get install --no-install-recommends chromium fonts-noto-cjk fonts-wqy-microhei fonts-arphic-uming
# libreoffice-writer-nogui pandoc qpdf hyphen-en-us. Other versions of these programs give other bytes: after a run,
# review what the approved files say. The texts of the sources were written for these tests.
set -euo pipefail
cd "$(dirname "$0")"
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT

print() { # print SOURCE PDF [SWITCH…]
  chromium --headless --no-sandbox --disable-gpu --user-data-dir="$profile/chromium" --print-to-pdf="$PWD/$2" "${@:3}" "file://$PWD/sources/$1" 2>/dev/null
}
office() { # office FORMAT SOURCE
  soffice -env:UserInstallation="file://$profile/office" --headless --convert-to "$1" --outdir . "sources/$2" >/dev/null 2>&1
}

# PDF. Chromium prints the date and title above and the address and page number below each page.
print street-lamps.html chromium.pdf --generate-pdf-document-outline
print vertical.html vertical.pdf --no-pdf-header-footer
print scan.html scanned.pdf --no-pdf-header-footer
office pdf two-columns.fodt && mv two-columns.pdf libreoffice-two-columns.pdf
qpdf --encrypt secret owner 256 -- vertical.pdf protected.pdf
qpdf --qdf --object-streams=disable vertical.pdf - | sed -E 's#/ToUnicode [0-9]+ 0 R##' | fix-qdf 2>/dev/null >"$profile/bare.pdf" || true
qpdf --warning-exit-0 "$profile/bare.pdf" no-unicode-map.pdf

# Word.
pandoc -f markdown -t docx -o pandoc.docx sources/minutes.md
office docx endnotes.fodt && mv endnotes.docx libreoffice.docx
office doc endnotes.fodt && mv endnotes.doc renamed-doc.docx

# Text and HTML in the encodings that they have been saved in.
iconv -f UTF-8 -t GB18030 sources/charter.txt | LC_ALL=C sed 's/$/\r/' >gb18030.txt
iconv -f UTF-8 -t CP950 sources/harbour.txt >big5.txt
iconv -f UTF-8 -t UTF-16LE sources/charter.txt >utf16-without-mark.txt
{ printf '\xfe\xff'; iconv -f UTF-8 -t UTF-16BE sources/harbour.txt; } >utf16-big-endian.txt
awk '{ printf "%s%s", $0, NR % 3 == 0 ? "\r" : NR % 3 == 1 ? "\r\n" : "\n" }' sources/wells.txt >mixed-line-ends.txt
iconv -f UTF-8 -t GB18030 sources/portal.html >portal-gb2312.html
pandoc -s -f markdown -t html --metadata lang=zh-CN -o pandoc.html sources/bridge.md
