export const issueCosts = {
  cost_left_out:
    "Ces articles ne sont pas chez Pinterest : aucune Épingle, aucune annonce, aucun reciblage ne les montre.",
  cost_feed_stopped:
    "Pinterest ne prend rien de ce flux avant qu'il soit corrigé, et continue avec ce qu'il avait auparavant.",
  cost_filled_in: "Ces articles sont dans le flux, avec autre chose à la place de ce qui manque.",
  cost_value_unused: "Ces articles sont montrés, sans cette valeur.",
  cost_text_cut: "Ces articles sont montrés, sans la fin du texte.",
  cost_fewer_images: "Ces articles sont montrés, avec moins d'images ou sans leur vidéo.",
  cost_fewer_people:
    "Ces articles sont montrés à moins de personnes, car des recherches et des filtres passent à côté d'eux.",
  cost_full_price: "Ces articles sont montrés au prix plein, sans la promotion.",
  cost_price_doubtful:
    "Les acheteurs voient peut-être chez Pinterest un autre prix que dans votre boutique.",
  cost_ads_unmeasured:
    "Ces articles sont montrés. Vos propres statistiques ne peuvent pas dire d'où viennent les visites.",
  cost_ads_poorer:
    "Ces articles sont montrés. Leurs annonces se passent de leur propre image, vidéo ou lien.",
  cost_late_change:
    "Les acheteurs voient l'ancien prix ou l'ancien stock de ces articles jusqu'à la prochaine lecture par Pinterest.",
  cost_may_be_refused:
    "Ces articles sont dans le flux. Pinterest peut les refuser, ou mener les acheteurs à une page qui ne s'ouvre pas.",
  cost_nothing: "Rien n'est perdu.",
  cost_unknown: "Ce que cela coûte n'est pas connu ; l'aide de Pinterest le dit peut-être.",
};
