export const catalogIssues = {
  issue_adult_invalid:
    "Pinterest ne peut pas lire si l'article est réservé aux adultes. Écrivez true ou false.",
  issue_adwords_format_invalid:
    "Le lien d'annonce est plus long que ce que Pinterest accepte. Raccourcissez-le à 2000 caractères.",
  issue_availability_invalid:
    "Pinterest ne sait pas si l'article peut être acheté. Utilisez in stock, out of stock ou preorder.",
  issue_blocklisted_image_signature:
    "Pinterest refuse l'image selon ses règles pour les marchands. Choisissez une autre image.",
  issue_delimiter_error:
    "Le fichier n'a pas le format qu'il annonce, ou un guillemet n'y est jamais fermé. Vérifiez le format et exportez de nouveau le fichier.",
  issue_description_missing:
    "L'article n'a pas de description. Écrivez-en une pour le produit ; d'ici là, le titre la remplace là où c'est possible.",
  issue_duplicate_products:
    "Un autre article a le même identifiant, et seul le premier est publié. Donnez à chaque variante son propre SKU, ou choisissez un autre identifiant d'article dans les paramètres.",
  issue_encoding_error: "Le fichier n'est pas en UTF-8. Enregistrez-le en UTF-8.",
  issue_feed_length_too_long:
    "Le flux a plus d'articles que Pinterest n'en prend. Laissez de côté ce qui n'est pas à vendre.",
  issue_feed_too_small:
    "Le flux n'a pas d'articles. Vérifiez que des produits sont actifs et publiés dans la boutique en ligne.",
  issue_fetch_error:
    "Pinterest n'a pas pu télécharger le flux. Vérifiez que son adresse s'ouvre sans page intermédiaire.",
  issue_fetch_inactive_feed_error:
    "Le flux n'a pas changé depuis 90 jours, Pinterest ne le lit donc pas. Changez un produit ou retirez le flux.",
  issue_image_link_invalid:
    "L'adresse de l'image principale n'est pas une adresse web. Téléversez de nouveau l'image.",
  issue_image_link_length_too_long:
    "L'adresse de l'image principale dépasse 2000 caractères. Téléversez l'image sous un nom plus court.",
  issue_image_link_missing:
    "L'article n'a pas d'image. Ajoutez-en une au produit ou à la variante.",
  issue_internal_service_error:
    "Pinterest n'a pas réussi à lire le flux. Il n'y a rien à faire ; il réessaie dans les 24 heures.",
  issue_invalid_domain:
    "La page de l'article n'est pas sur un site web que le compte Pinterest a revendiqué. Revendiquez le domaine chez Pinterest.",
  issue_item_main_image_download_failure:
    "Pinterest n'a pas pu récupérer l'image principale. Vérifiez qu'elle s'ouvre et fait au moins 75 pixels sur 75.",
  issue_itemid_missing: "L'article n'a pas d'identifiant. Donnez-en un à chaque ligne.",
  issue_link_format_invalid:
    "L'adresse de la page de l'article n'est pas une adresse web. Vérifiez l'identifiant d'URL du produit et l'adresse de la boutique.",
  issue_link_length_too_long:
    "L'adresse de la page de l'article dépasse 511 caractères. Raccourcissez l'identifiant d'URL du produit.",
  issue_list_price_invalid: "Le prix affiché ne peut pas être lu. Écrivez-le comme 24.99 USD.",
  issue_malformed_xml: "Le fichier n'est pas du XML bien formé. Exportez-le de nouveau.",
  issue_max_items_per_item_group_exceeded:
    "Le produit a plus de variantes que Pinterest n'en prend. Divisez-le en plusieurs produits.",
  issue_no_verified_domain:
    "Le compte Pinterest n'a revendiqué aucun site web. Revendiquez le domaine de la boutique chez Pinterest.",
  issue_parse_line_error:
    "Une ligne ne correspond pas à l'en-tête. Cherchez-y des champs manquants ou en trop et des guillemets égarés.",
  issue_pinjoin_content_unsafe:
    "Pinterest refuse l'article selon ses règles pour les marchands. Laissez-le hors du flux.",
  issue_price_cannot_be_determined:
    "Le prix, le prix affiché et le prix promotionnel se contredisent. Ne gardez que le prix et le prix promotionnel.",
  issue_price_missing:
    "L'article n'a pas de prix, ou ne coûte rien. Saisissez un prix ou laissez l'article hors du flux.",
  issue_product_link_missing:
    "L'article n'a pas de page. Publiez le produit dans la boutique en ligne.",
  issue_product_price_invalid:
    "Le prix n'est pas un montant dans la devise du flux. Fixez un prix pour ce marché.",
  issue_required_columns_missing:
    "Il manque une colonne que tout flux doit avoir. Ajoutez-la sous ce nom exact, en minuscules.",
  issue_title_missing: "L'article n'a pas de titre. Donnez un titre au produit.",
  issue_ad_link_format_warning:
    "Le lien d'annonce n'est pas une adresse web, il n'est donc pas utilisé. Corrigez-le.",
  issue_ad_link_same_as_link:
    "Le lien d'annonce est le lien de l'article lui-même. Laissez-le de côté, ou ajoutez ce qui distingue les annonces.",
  issue_additional_image_link_length_too_long:
    "L'adresse d'une autre image dépasse 2000 caractères. Téléversez-la sous un nom plus court.",
  issue_additional_image_link_warning:
    "L'adresse d'une autre image n'est pas une adresse web, l'image n'est donc pas montrée. Téléversez-la de nouveau.",
  issue_adwords_format_warning:
    "Le lien d'annonce n'est pas une adresse web, il n'est donc pas utilisé. Corrigez-le.",
  issue_adwords_same_as_link:
    "Le lien d'annonce est le lien de l'article lui-même. Laissez-le de côté, ou ajoutez ce qui distingue les annonces.",
  issue_age_group_invalid:
    "La tranche d'âge n'est pas de celles de Pinterest, moins de personnes voient donc l'article. Utilisez newborn, infant, toddler, kids ou adult.",
  issue_android_deep_link_invalid:
    "Le lien vers l'application Android ne peut pas être lu. Corrigez-le.",
  issue_availability_date_invalid:
    "La date à partir de laquelle l'article est là ne peut pas être lue. Écrivez-la comme 2026-12-24.",
  issue_country_does_not_map_to_currency:
    "La devise est inhabituelle dans le pays du flux. Vérifiez le pays et la devise du flux.",
  issue_custom_label_length_too_long:
    "Un libellé personnalisé dépasse 511 caractères, il n'est donc pas utilisé. Raccourcissez-le.",
  issue_description_length_too_long:
    "La description est coupée après 10000 caractères. Raccourcissez-la si sa fin compte.",
  issue_duplicate_headers:
    "L'en-tête a deux fois la même colonne, et seule la première compte. Retirez la seconde.",
  issue_expiration_date_invalid:
    "La date de fin de l'article ne peut pas être lue. Écrivez-la comme 2026-12-24.",
  issue_fetch_same_signature:
    "Le flux n'a pas changé depuis la dernière lecture de Pinterest. Il n'y a rien à faire.",
  issue_gender_invalid:
    "Le genre n'est pas de ceux de Pinterest, moins de personnes voient donc l'article. Utilisez male, female ou unisex.",
  issue_gtin_invalid:
    "Le code-barres n'est pas un GTIN, il n'est donc pas utilisé. Vérifiez ses chiffres, ou laissez-le vide.",
  issue_image_link_warning:
    "Pinterest ne peut pas utiliser l'adresse d'une image. Téléversez de nouveau l'image.",
  issue_inconsistent_currency_values:
    "Les prix de l'article sont dans une autre devise que ceux d'avant. Utilisez une seule devise par flux.",
  issue_indexed_product_count_large_delta:
    "Le flux a bien plus ou bien moins d'articles que la dernière fois. Vérifiez qu'il ne manque rien.",
  issue_ios_deep_link_invalid: "Le lien vers l'application iOS ne peut pas être lu. Corrigez-le.",
  issue_is_bundle_invalid:
    "Pinterest ne peut pas lire si l'article est un lot. Écrivez true ou false.",
  issue_item_additional_image_download_failure:
    "Pinterest n'a pas pu récupérer une autre image. Vérifiez qu'elle s'ouvre.",
  issue_link_format_warning:
    "Le lien a des paramètres UTM vides, répétés ou inconnus. Corrigez-les.",
  issue_min_ad_price_invalid:
    "Le prix d'annonce le plus bas ne peut pas être lu. Écrivez-le comme 24.99 USD.",
  issue_mpn_invalid:
    "La référence du fabricant contient des caractères qu'aucune référence n'a. Corrigez-la, ou laissez-la vide.",
  issue_multipack_invalid: "La taille du lot n'est pas un nombre à partir de 2. Corrigez-la.",
  issue_optional_condition_invalid:
    "L'état n'est pas de ceux de Pinterest, moins de personnes voient donc l'article. Utilisez new, used ou refurbished.",
  issue_optional_condition_missing:
    "L'état n'est pas indiqué, moins de personnes voient donc l'article. Indiquez-le, le plus souvent new.",
  issue_optional_product_category_invalid:
    "La catégorie n'a pas la forme de la liste de Google. Utilisez son numéro, ou ses niveaux joints par ' > '.",
  issue_optional_product_category_missing:
    "L'article n'a pas de catégorie, moins de personnes le voient donc. Choisissez-en une pour le produit.",
  issue_product_category_depth_warning:
    "La catégorie a moins de trois niveaux, moins de personnes voient donc l'article. Choisissez-en une plus précise.",
  issue_product_type_length_too_long:
    "Le type de produit dépasse 1000 caractères, il n'est donc pas utilisé. Raccourcissez-le.",
  issue_sale_date_invalid:
    "La période de promotion ne peut pas être lue. Écrivez le début et la fin comme 2026-11-27T00:00:00Z/2026-11-30T23:59:59Z.",
  issue_sales_price_invalid:
    "Le prix promotionnel ne peut pas être lu. Écrivez-le comme 19.99 USD.",
  issue_sales_price_too_high:
    "Le prix promotionnel n'est pas inférieur au prix, il n'est donc pas montré. Corrigez l'un des deux.",
  issue_sales_price_too_low:
    "Le prix promotionnel est inférieur au dixième du prix. Vérifiez qu'un chiffre n'a pas glissé.",
  issue_shipping_height_invalid:
    "La hauteur du colis ne peut pas être lue. Écrivez-la comme 12 in.",
  issue_shipping_invalid:
    "Les frais de livraison ne peuvent pas être lus. Écrivez-les comme US:CA:Ground:5.00 USD.",
  issue_shipping_weight_invalid: "Le poids ne peut pas être lu. Écrivez-le comme 3 kg.",
  issue_shipping_width_invalid: "La largeur du colis ne peut pas être lue. Écrivez-la comme 12 in.",
  issue_size_system_invalid:
    "Le système de tailles n'est pas de ceux de Pinterest. Utilisez US, UK, EU, DE, FR, JP, CN, IT, BR, MEX ou AU.",
  issue_size_type_invalid:
    "Le type de taille n'est pas de ceux de Pinterest, moins de personnes voient donc l'article. Utilisez regular, petite, plus, big_and_tall ou maternity.",
  issue_tax_invalid: "La taxe ne peut pas être lue. Écrivez-la comme US:1025433:6.00:y.",
  issue_title_length_too_long:
    "Le titre est coupé après 500 caractères. Raccourcissez-le si sa fin compte.",
  issue_too_many_additional_image_links:
    "Pinterest montre dix autres images et laisse le reste. Mettez les meilleures en premier.",
  issue_updated_time_invalid:
    "L'heure du dernier changement ne peut pas être lue. Écrivez-la comme 2026-11-22T09:00:00Z.",
  issue_utm_source_auto_corrected:
    "Pinterest corrige utm_source dans le lien. Écrivez-le une seule fois, avec des lettres et des chiffres.",
  issue_video_required_when_ad_video_provided:
    "L'article a une vidéo d'annonce et pas de vidéo propre. Ajoutez la vidéo.",
  issue_weight_unit_invalid: "Pinterest ne connaît pas l'unité de poids. Utilisez lb, oz, g ou kg.",
};
