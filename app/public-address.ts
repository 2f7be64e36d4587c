import ipaddr from "ipaddr.js";

/**
 * Whether an IP address may be visited on somebody's behalf: it is one of the open internet. Private, loopback,
 * link-local, shared, reserved and multicast addresses are not, nor is an IPv4 address of that kind inside an
 * IPv6 address.
 *
 * Source: the registries of special-purpose addresses (RFC 6890), as ipaddr.js names their ranges.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  return ipaddr.process(address).range() === "unicast";
}
