/** How the order id of a ledger line begins whose customer was erased; the order's mark follows. */
export const ERASED_ORDER = "erased:";
