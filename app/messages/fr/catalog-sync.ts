export const syncPhases = {
  sync_phase_queued: "Vos produits vont être lus.",
  sync_phase_asked: "Shopify écrit la liste de vos produits.",
  sync_phase_downloading: "Vos produits sont en cours de téléchargement.",
  sync_phase_sorting: "Vos produits sont en cours de tri.",
  sync_phase_making: "Le flux est en cours de création et de vérification.",
  sync_phase_done: "Le flux contient vos produits tels qu'ils étaient à la lecture.",
  sync_phase_failed: "Vos produits n'ont pas pu être lus. Le flux reste tel qu'il était.",
  sync_phase_cancelled: "Vous avez arrêté la lecture. Le flux reste tel qu'il était.",
};

export const syncFailures = {
  sync_failed_not_installed:
    "L'application n'est plus installée. Ouvrez-la depuis votre interface Shopify.",
  sync_failed_missing_scope:
    "L'application ne peut pas lire vos produits. Ouvrez-la depuis votre interface Shopify et accordez l'autorisation.",
  sync_failed_refused:
    "Shopify a refusé la demande de vos produits. Écrivez-nous : c'est à nous de corriger cela.",
  sync_failed_unfinished:
    "Shopify s'est interrompu plusieurs fois avant d'avoir écrit tous les produits. Relancez la lecture ; elle se fait au plus tard cette nuit.",
  sync_failed_unavailable:
    "Shopify n'a pas pu être joint plusieurs fois de suite. Relancez la lecture ; elle se fait au plus tard cette nuit.",
};

export const feedGates = {
  gate_empty:
    "Le nouveau flux ne contient aucun article, l'ancien reste donc. Vérifiez que des produits sont publiés dans votre boutique en ligne, ou publiez le flux vide : Pinterest marque alors toutes ses Épingles comme épuisées.",
  gate_shrunk:
    "Le nouveau flux contient moins de la moitié des articles de l'ancien, l'ancien reste donc. Si vous avez bien retiré ces produits de la vente, publiez-le quand même.",
};
