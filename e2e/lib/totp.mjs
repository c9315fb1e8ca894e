// A sign-in code as an authenticator app makes it (RFC 6238: SHA-1, six digits, thirty seconds).
import { createHmac } from "node:crypto";

/** The code of a secret in base 32, now. */
export function totp(secret, at = Date.now()) {
  const bits = [...secret.replace(/[\s=]/g, "")].map((sign) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(sign).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const hash = createHmac("sha1", key).update(counter).digest();
  const number = hash.readUInt32BE(hash[19] & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}
