// What the shop's theme does in the browser.

const byId = (id) => document.getElementById(id);

const { customerPrivacy, analytics } = window.Shopify;

byId("accept").onclick = () =>
  choose({
    marketingAllowed: true,
    analyticsProcessingAllowed: true,
    preferencesProcessingAllowed: true,
  });
byId("decline").onclick = () =>
  choose({
    marketingAllowed: false,
    analyticsProcessingAllowed: false,
    preferencesProcessingAllowed: false,
  });
byId("deny-sale").onclick = () => choose({ saleOfDataAllowed: false });
byId("open-consent").onclick = () => {
  byId("consent").hidden = false;
};
byId("country").onchange = (event) => event.target.form.submit();

byId("newsletter").onsubmit = (event) => {
  event.preventDefault();
  analytics.publish("pinterest:lead", {});
  event.target.replaceChildren("Thank you.");
};

onSubmit("add-to-cart", async (form) => {
  const { count, cartLine } = await post("/cart/add.js", new FormData(form));
  window.wpm.publish("product_added_to_cart", { cartLine });
  byId("cart-count").textContent = count;
  byId("added").textContent = "In the cart.";
});

onSubmit("pay", async (form) => {
  byId("paying").textContent = "Paying…";
  const path = new URL(form.action).pathname;
  const data = await post(`${path}/contact`, new FormData(form));
  for (const step of ["contact_info", "address_info", "shipping_info"]) {
    window.wpm.publish(`checkout_${step}_submitted`, data);
  }
  window.wpm.publish("payment_info_submitted", data);
  const { next } = await post(`${path}/pay`, new FormData());
  location.assign(next);
});

function choose(change) {
  customerPrivacy.setTrackingConsent(change);
  byId("consent").hidden = true;
}

/** A second click while the first is under way does nothing. */
function onSubmit(id, act) {
  const form = byId(id);
  if (!form) return;
  form.onsubmit = async (event) => {
    event.preventDefault();
    const button = form.querySelector("button");
    if (button.disabled) return;
    button.disabled = true;
    await act(form).catch(() => {
      form.querySelector("[role=status]").textContent = "That did not work.";
    });
    button.disabled = false;
  };
}

async function post(path, form) {
  const answer = await fetch(path, { method: "POST", body: new URLSearchParams(form) });
  if (!answer.ok) throw new Error(`The shop answered ${answer.status}.`);
  return answer.json();
}
