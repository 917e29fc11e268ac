// ruleid: node-vm2-sandbox
const { VM } = require("vm2");
// ruleid: node-vm2-sandbox
import { NodeVM } from "vm2";
// ruleid: node-vm2-sandbox
import vm2 from "vm2";
// ruleid: node-vm2-sandbox
const vm = new (require("vm2").VM)();
// ok: node-vm2-sandbox
const own = require("vm");
// ok: node-vm2-sandbox
import ivm from "isolated-vm";
// ok: node-vm2-sandbox
const other = require("./vm2");
// ok: node-vm2-sandbox
const name = "vm2";
