export const account = {
  sign_in_denied:
    "O Pinterest não recebeu permissão para se conectar, então nada mudou. Se não era a intenção, conecte de novo e escolha dar acesso.",
  sign_in_expired:
    "O login no Pinterest levou mais de dez minutos, então nada mudou. Conecte de novo.",
  sign_in_other_browser:
    "A volta do Pinterest veio de outro navegador, diferente do que saiu, então nada mudou. Conecte de novo e fique em um só navegador.",
  sign_in_code_refused:
    "O Pinterest não aceitou a própria resposta, então nada mudou. Conecte de novo; se continuar assim, avise o suporte do aplicativo.",
  sign_in_app_refused:
    "O Pinterest não aceita este aplicativo no momento, então nada mudou. Avise o suporte do aplicativo; enquanto isso, um token de acesso a conversões pode ser informado abaixo.",
  sign_in_scopes_missing:
    "O Pinterest permite ao aplicativo menos do que ele precisa, então nada mudou. Conecte de novo e deixe todas as permissões ativadas.",
  sign_in_unreachable:
    "O Pinterest não respondeu, então nada mudou. Conecte de novo em alguns minutos.",
  stop_ticket_unknown:
    "Este endereço vale uma vez e por dois minutos. Feche esta página, volte ao aplicativo no admin da Shopify e pressione “Conectar com o Pinterest” de novo.",
  stop_state_unknown:
    "Ninguém aqui espera esta resposta do Pinterest, então nada mudou. Volte ao aplicativo no admin da Shopify e pressione “Conectar com o Pinterest” de novo.",
  stop_state_used:
    "Esta resposta do Pinterest já foi usada antes, e nada mudou agora. Volte ao aplicativo no admin da Shopify; as configurações dizem se há uma conta conectada.",
  stop_other_browser:
    "Este não é o navegador em que a conexão com o Pinterest começou, então nada mudou. Volte ao aplicativo no admin da Shopify e pressione lá “Conectar com o Pinterest”.",
  stop_not_configured:
    "Este aplicativo não se conecta a contas do Pinterest. Informe em vez disso um token de acesso a conversões nas configurações do aplicativo.",
  account_access_revoked:
    "O Pinterest não deixa mais o aplicativo usar esta conta. Conecte-a de novo; enquanto isso, os eventos são informados enquanto o token de acesso a conversões for aceito.",
  account_access_expired:
    "A permissão desta conta terminou porque não pôde ser renovada a tempo. Conecte-a de novo; enquanto isso, os eventos são informados enquanto o token de acesso a conversões for aceito.",
  problem_no_account: "Nenhuma conta do Pinterest está conectada. Conecte uma primeiro.",
  problem_account_lost:
    "O Pinterest não deixa mais o aplicativo usar esta conta. Conecte-a de novo; nada mais mudou.",
  problem_account_unreachable:
    "O Pinterest não respondeu, então nada mudou. Tente de novo em um minuto.",
  problem_account_refused:
    "O Pinterest não permite isso à conta conectada. Peça ao dono da conta de anúncios uma função que possa informar conversões, ou conecte outra conta.",
  problem_ad_account_unknown:
    "A conta conectada não pode informar para esta conta de anúncios. Escolha outra ou peça uma função ao dono.",
  problem_tag_unknown:
    "Esta tag não pertence à conta de anúncios. Escolha uma da lista; uma tag nova é criada no Pinterest Ads Manager, em “Conversões”.",
  account_explained:
    "Entre no Pinterest e dê acesso ao aplicativo. Depois escolha a conta de anúncios e a tag em uma lista; o token de acesso a conversões é criado para você, e o catálogo pode ser mantido atualizado.",
  account_offered:
    "A conta do Pinterest {name} deu acesso ao aplicativo. Nada a usa até você confirmar que é a certa; o que está conectado agora continua até lá.",
  account_offered_to_other:
    "A conta do Pinterest {name} deu acesso ao aplicativo. Só o membro da sua equipe que entrou no Pinterest pode confirmá-la. Para usar outra conta, conecte de novo.",
  account_not_business:
    "Esta é uma conta pessoal do Pinterest. Anúncios e catálogos precisam de uma conta comercial: converta-a de graça no Pinterest ou conecte outra.",
  account_active: "Conectado à conta do Pinterest {name}.",
  choose_explained:
    "Escolha por onde seus eventos são informados. O aplicativo cria para isso um token de acesso a conversões próprio, no lugar do que está salvo.",
  ad_accounts_none:
    "Esta conta do Pinterest não tem conta de anúncios. Crie uma no Pinterest Ads Manager e recarregue esta página.",
  tags_none:
    "Esta conta de anúncios ainda não tem tag. Crie uma no Pinterest Ads Manager, em “Conversões”, e recarregue esta página.",
  ad_account_no_role: "A conta conectada não pode informar para esta.",
  websites_claimed:
    "Sites reivindicados: {websites}. Produtos deles podem ser mostrados no Pinterest.",
  websites_none:
    "Nenhum site foi reivindicado no Pinterest. Reivindique o endereço da sua loja nas configurações do Pinterest antes de publicar um catálogo; os eventos não precisam disso.",
  remove_account_explained:
    "O aplicativo esquece esta conta: listas, catálogo e atualizações de preço param. Os eventos continuam com o token de acesso a conversões salvo até você desconectar. Para retirar a permissão também no Pinterest, abra lá as configurações, depois “Segurança” e “Aplicativos conectados”.",
};
