export const items = {
  items_problem_value_missing: "Remplissez ceci, ou retirez-le.",
  items_problem_value_too_long: "C'est trop long. Raccourcissez-le.",
  items_problem_value_invalid:
    "Cela ne peut pas être utilisé. Saisissez-le de nouveau sans caractères spéciaux.",
  items_problem_too_many: "C'est plus que ce qui peut être enregistré. Retirez-en.",
  items_problem_too_many_metafields:
    "Les colonnes utilisent plus de 20 de vos champs méta. Retirez-en : chacun ralentit la lecture du catalogue.",
  items_problem_metafield_invalid:
    "Écrivez le champ méta sous la forme namespace.key, par exemple custom.material. Vous le trouvez dans Shopify sous « Paramètres », « Données personnalisées ».",
  items_problem_amount_invalid:
    "Écrivez un montant dans la devise de votre boutique, par exemple 24.99.",
  items_problem_count_invalid: "Écrivez un nombre entier de pièces, par exemple 5.",
  items_problem_range_open: "Remplissez au moins une des deux bornes.",
  items_problem_range_reversed: "La borne basse est au-dessus de la haute. Échangez-les.",
  items_include_help:
    "Seuls les articles qui remplissent ces règles sont dans le flux. Sans règle, tous les produits de la boutique en ligne y sont.",
  items_exclude_help: "Les articles qui remplissent ces règles ne sont jamais dans le flux.",
  items_preorder_help:
    "Les articles qui remplissent ces règles et peuvent être commandés sont annoncés en précommande.",
  items_explained:
    "Chaque colonne prend la première de ses sources qui est remplie. Les identifiants, titres, liens, images et prix sont ceux de vos produits et de vos événements et ne peuvent pas être changés ici.",
  items_not_saved:
    "Rien n'a été enregistré. Corrigez ce qui est marqué, puis enregistrez de nouveau.",
  items_unreadable: "L'application n'a pas compris cette page. Rechargez-la et réessayez.",
  items_unreachable:
    "L'application n'a pas pu être jointe, rien n'a donc été enregistré. Ce que vous avez saisi est encore là ; réessayez.",
  items_saved:
    "Enregistré. Le catalogue est relu, et le flux suit. Celui qui perd plus de la moitié de ses articles attend votre accord sur la page du catalogue.",
  items_ids_stay:
    "Ce que vous changez ici laisse à chaque article son identifiant. L'identifiant lui-même se choisit dans les paramètres, où le changer renomme chaque article chez Pinterest.",
  column_stays_empty: "Sans source, cette colonne reste vide.",
  source_metafield_help: "Écrivez namespace.key, par exemple custom.material.",
  source_option_help: "Écrivez les noms de l'option, séparés par des virgules.",
  source_tag_help: "Écrivez par quoi commence le tag, par exemple material: dans material:linen.",
  source_fixed_help: "Elle est la même pour chaque article.",
  words_help: "Écrivez-en un par ligne ; un seul suffit.",
  preview_not_read:
    "Le catalogue doit être lu une fois avant qu'il y ait quelque chose à voir. Il est lu après l'installation, et chaque nuit.",
  preview_waits: "L'aperçu attend que chaque champ soit rempli.",
  preview_unreachable:
    "L'application n'a pas pu être jointe, ceci n'est donc peut-être pas l'effet de vos modifications.",
  preview_whole:
    "Les {products} produits ont tous été examinés, tels qu'à la dernière lecture du catalogue.",
  preview_sample:
    "Le catalogue est grand, {sampled} produits sur {products} ont donc été examinés. Les nombres sont des estimations, et la recherche ne porte que sur ces produits.",
  preview_metafields_read:
    "Les champs méta nouveaux ici ont été lus pour les articles ci-dessous. Les nombres suivent quand le catalogue est lu après l'enregistrement.",
  preview_metafields_unread:
    "Les champs méta nouveaux ici n'ont pas pu être lus à l'instant, ils manquent donc ci-dessous.",
  preview_nothing_found: "Aucun article ne correspond à la recherche.",
  preview_nothing_in_feed:
    "Avec ces règles, le flux serait vide. Un flux vide n'est pas publié avant votre accord.",
};
