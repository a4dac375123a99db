// The job with docxtemplater and exceljs: `with_docxtemplater.js TEMPLATE IN OUT`;
// without OUT only what is read is read.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const Docxtemplater = require("docxtemplater");
const PizZip = require("pizzip");
const { read } = require("./minutes.js");

const [template, source, target] = process.argv.slice(2);

async function main() {
  if (target) fs.mkdirSync(target, { recursive: true });
  const bytes = fs.readFileSync(template);
  const books = fs.readdirSync(source).filter((name) => name.endsWith(".xlsx")).sort();
  for (const name of books) {
    const facts = await read(path.join(source, name));
    if (!target) continue;
    // a template is spent by its rendering
    const document = new Docxtemplater(new PizZip(bytes), { paragraphLoop: true });
    document.render(facts);
    const out = document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
    fs.writeFileSync(path.join(target, name.replace(/xlsx$/, "docx")), out);
  }
}

main();
